import type { ReactNode } from "react";
import { download } from "../../download";
import type { Issued } from "../api";
import { useTexts } from "../i18n/Texts";
import { Button } from "../ui/Button";
import { Step } from "../ui/Step";
import type { Enrolment } from "../useEnrolment";

const PEM = "application/x-pem-file";

/** For experts: what came of the request. */
export function Requested(props: { readonly enrolment: Enrolment; readonly issued: Issued }): ReactNode {
  const { t } = useTexts();
  const { enrolment, issued } = props;
  const save = (name: string, ...pems: readonly string[]): void =>
    download(new Blob(pems as BlobPart[], { type: PEM }), name);
  return (
    <Step number={3} title={t("requested.title")} lead={t("requested.lead")}>
      <div className="sk-actions">
        <Button variant="secondary" onClick={() => save("device.pem", issued.certificate)}>
          {t("requested.certificate")}
        </Button>
        <Button variant="secondary" onClick={() => save("chain.pem", ...issued.chain)}>
          {t("requested.chain")}
        </Button>
      </div>
      <p>
        <Button onClick={() => enrolment.tell({ type: "go", to: "check" })}>{t("requested.next")}</Button>
      </p>
    </Step>
  );
}
