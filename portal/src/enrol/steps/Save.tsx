import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";
import { Step } from "../ui/Step";
import type { Enrolment } from "../useEnrolment";
import { Passphrase } from "./Passphrase";

/** The pass phrase first: whoever has saved the file goes on and does not look back. */
export function Save(props: { readonly enrolment: Enrolment }): ReactNode {
  const { t } = useTexts();
  const { enrolment } = props;
  const { saved, file } = enrolment.flow;
  return (
    <Step number={3} title={t("save.title")} lead={t("save.lead")}>
      <Passphrase flow={enrolment.flow} once />
      <div className="sk-actions">
        <Button variant={saved ? "secondary" : "primary"} onClick={enrolment.save}>
          {t(saved ? "save.download.again" : "save.download")}
        </Button>
        {saved && (
          <Button onClick={() => enrolment.tell({ type: "go", to: "import" })}>{t("save.next")}</Button>
        )}
      </div>
      <div role="status">
        {saved ? (
          <Note tone="success">
            <p>{t("save.saved", { file: file?.name ?? "" })}</p>
          </Note>
        ) : (
          <p className="sk-weak">{t("save.keep")}</p>
        )}
      </div>
    </Step>
  );
}
