import { useState, type ReactNode } from "react";
import { HELP, HELP_NAMES, helpFor, type HelpName } from "../help";
import { useTexts } from "../i18n/Texts";
import { Button } from "../ui/Button";
import { Step } from "../ui/Step";
import type { Enrolment } from "../useEnrolment";
import { Passphrase } from "./Passphrase";

/** How the file gets into the system at hand; for others, there is a choice. */
export function Import(props: { readonly enrolment: Enrolment }): ReactNode {
  const { t } = useTexts();
  const { enrolment } = props;
  const [name, setName] = useState<HelpName>(
    enrolment.platform === null ? "windows" : helpFor(enrolment.platform),
  );
  return (
    <Step number={4} title={t("import.title")} lead={t("import.lead")}>
      <Passphrase flow={enrolment.flow} />
      <div className="sk-field">
        <label htmlFor="help">{t("import.chooser")}</label>
        <select id="help" className="sk-input" value={name} onChange={(event) => setName(event.target.value as HelpName)}>
          {(Object.keys(HELP) as HelpName[]).map((each) => (
            <option key={each} value={each}>
              {t(HELP_NAMES[each])}
            </option>
          ))}
        </select>
      </div>
      <ol className="sk-help">
        {HELP[name].map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <div className="sk-actions">
        {enrolment.flow.file !== null && (
          <Button variant="secondary" onClick={() => enrolment.tell({ type: "go", to: "save" })}>
            {t("import.back")}
          </Button>
        )}
        <Button onClick={() => enrolment.tell({ type: "go", to: "check" })}>{t("import.next")}</Button>
      </div>
    </Step>
  );
}
