import type { ReactNode } from "react";
import type { Claim } from "../api";
import { useTexts } from "../i18n/Texts";
import { doubtOf } from "../platform";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";
import { ProblemNote } from "../ui/ProblemNote";
import { Step } from "../ui/Step";
import type { Enrolment } from "../useEnrolment";
import { RequestForm } from "./RequestForm";

/** Who and what; then the key is made. */
export function Confirm(props: { readonly enrolment: Enrolment; readonly claim: Claim }): ReactNode {
  const { t } = useTexts();
  const { enrolment, claim } = props;
  const { busy, problem } = enrolment;
  const doubt = enrolment.platform === null ? null : doubtOf(enrolment.platform);
  return (
    <Step number={2} title={t("confirm.title")} lead={t("confirm.lead")}>
      <Facts claim={claim} />
      {claim.renewal && <Note tone="info"><p>{t("confirm.renewal")}</p></Note>}
      {doubt === "unknown" && <Note tone="warning"><p>{t("doubt.unknown")}</p></Note>}
      {doubt === "android-old" && (
        <Note tone="warning">
          <p>{t("doubt.android-old")}</p>
          <p>{t(claim.serverMade ? "doubt.android-old.serverMade" : "doubt.android-old.ask")}</p>
        </Note>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      <Button busy={busy === "make"} onClick={enrolment.make}>
        {t("confirm.make")}
      </Button>
      <p>{t("confirm.private")}</p>
      <p className="sk-weak">{t("confirm.wrong")}</p>
      {claim.serverMade && (
        <details className="sk-expert" open={doubt === "android-old"}>
          <summary>{t("serverMade.title")}</summary>
          <p>{t("serverMade.text")}</p>
          <Button variant="secondary" busy={busy === "server-made"} onClick={enrolment.makeAtServer}>
            {t("serverMade.make")}
          </Button>
        </details>
      )}
      <RequestForm enrolment={enrolment} />
    </Step>
  );
}

function Facts(props: { readonly claim: Claim }): ReactNode {
  const { t, language } = useTexts();
  const { tenant, user, deviceName, expiresAt } = props.claim;
  const until = new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(expiresAt);
  return (
    <dl className="sk-pairs">
      <div>
        <dt>{t("confirm.tenant")}</dt>
        <dd>{tenant}</dd>
      </div>
      <div>
        <dt>{t("confirm.user")}</dt>
        <dd>{user}</dd>
      </div>
      <div>
        <dt>{t("confirm.device")}</dt>
        <dd>{deviceName}</dd>
      </div>
      <div>
        <dt>{t("confirm.expires")}</dt>
        <dd>{until}</dd>
      </div>
    </dl>
  );
}
