import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { Button } from "../ui/Button";
import { ProblemNote } from "../ui/ProblemNote";
import { Step } from "../ui/Step";
import { useCheck } from "../useCheck";
import type { Enrolment } from "../useEnrolment";

/** A link to a host that asks for the certificate. In a new tab, so that this page keeps what it knows. */
export function Check(props: { readonly enrolment: Enrolment }): ReactNode {
  const { t } = useTexts();
  const { enrolment } = props;
  const check = useCheck(enrolment);
  const { friendlyName } = enrolment.flow;
  return (
    <Step number={5} title={t("check.title")} lead={t("check.lead")}>
      {friendlyName !== null && (
        <dl className="sk-pairs sk-pairs--big">
          <div>
            <dt>{t("check.name")}</dt>
            <dd>{friendlyName}</dd>
          </div>
        </dl>
      )}
      {check.problem !== null && <ProblemNote problem={check.problem} />}
      {check.url !== null && (
        <p>
          <a
            className="sk-button sk-button--primary"
            href={check.url}
            target="_blank"
            rel="noopener"
            onClick={check.opened}
          >
            {t("check.open")}
          </a>
        </p>
      )}
      <div role="status">
        {check.waiting && (
          <p className="sk-busy">
            <span className="sk-spinner" aria-hidden="true" />
            {t("check.busy")}
          </p>
        )}
      </div>
      {check.waiting && <p>{t("check.again")}</p>}
      <p className="sk-weak">{t("check.day")}</p>
      {!enrolment.flow.byRequest && (
        <Button variant="link" onClick={() => enrolment.tell({ type: "go", to: "import" })}>
          {t("check.back")}
        </Button>
      )}
    </Step>
  );
}
