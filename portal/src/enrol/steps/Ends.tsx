import type { ReactNode } from "react";
import type { End } from "../flow";
import { keyOr, useTexts } from "../i18n/Texts";
import { Note } from "../ui/Note";
import { Step } from "../ui/Step";

export function Done(props: { readonly portalUrl: string }): ReactNode {
  const { t } = useTexts();
  return (
    <Step title={t("done.title")} lead={t("done.lead")}>
      <Note tone="warning">
        <p>{t("done.delete")}</p>
      </Note>
      <p>{t("done.one")}</p>
      <ToPortal url={props.portalUrl} primary />
    </Step>
  );
}

export function Ended(props: { readonly end: End; readonly portalUrl: string }): ReactNode {
  const { t } = useTexts();
  return (
    <Step title={t(`ended.${props.end}.title`)} lead={t(`ended.${props.end}.text`)}>
      <p>{t("ended.where")}</p>
      <ToPortal url={props.portalUrl} />
    </Step>
  );
}

/** Where the check of the certificate has led to: the result, and what to do next. */
export function Outcome(props: { readonly outcome: string; readonly portalUrl: string }): ReactNode {
  const { t } = useTexts();
  const { outcome } = props;
  const good = outcome === "ACTIVE";
  return (
    <Step
      title={t(keyOr(`outcome.${outcome}.title`, "outcome.other.title"))}
      lead={t(keyOr(`outcome.${outcome}.text`, "outcome.other.text"))}
    >
      {outcome === "NO_CERTIFICATE" && <p className="sk-weak">{t("outcome.proxy")}</p>}
      <ToPortal url={props.portalUrl} primary={good} />
    </Step>
  );
}

function ToPortal(props: { readonly url: string; readonly primary?: boolean }): ReactNode {
  const { t } = useTexts();
  return (
    <p>
      <a className={props.primary === true ? "sk-button sk-button--primary" : "sk-link"} href={props.url}>
        {t("toPortal")}
      </a>
    </p>
  );
}
