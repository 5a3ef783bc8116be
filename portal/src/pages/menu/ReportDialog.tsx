import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Report } from "../../api/records";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Dialog } from "../../ui/Dialog";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";

/** "This was not me": says what will happen, does it, says what has happened, and leads to the new password. */
export function ReportDialog(props: {
  readonly open: boolean;
  readonly report: Report | null;
  readonly onReported: (report: Report) => void;
  readonly onClose: () => void;
  readonly onChangePassword: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { records } = usePortal();
  const reporting = useAct();
  const { report } = props;

  const send = async (): Promise<void> => props.onReported(await records.report());
  const close = (): void => {
    reporting.forget();
    props.onClose();
  };

  if (report !== null) {
    return (
      <Dialog
        title={t("report.done.title")}
        tone="success"
        open={props.open}
        onClose={close}
        actions={[
          <Button key="password" variant="primary" onClick={props.onChangePassword}>
            {t("report.changePassword")}
          </Button>,
          <Button key="close" variant="link" onClick={close}>
            {t("close")}
          </Button>,
        ]}
      >
        <Done report={report} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t("report.title")}
      tone="warning"
      open={props.open}
      onClose={close}
      actions={[
        <Button
          key="report"
          variant="danger"
          isLoading={reporting.busy}
          isDisabled={reporting.busy}
          {...(reporting.busy ? { spinnerAriaValueText: t("report.busy") } : {})}
          onClick={() => void reporting.run(send)}
        >
          {t("report.submit")}
        </Button>,
        <Button key="cancel" variant="link" onClick={close}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <p>{t("report.lead")}</p>
      <ol className="sk-steps">
        <li>{t("report.step.sessions")}</li>
        <li>{t("report.step.mail")}</li>
        <li>{t("report.step.password")}</li>
      </ol>
      {reporting.trouble !== null && <TroubleNotice trouble={reporting.trouble} />}
    </Dialog>
  );
}

function Done(props: { readonly report: Report }): ReactNode {
  const { t } = useTexts();
  const { sessionsEnded, told } = props.report;
  return (
    <div role="status">
      <ul className="sk-list">
        <li>
          {sessionsEnded === 0
            ? t("report.done.noSessions")
            : t("report.done.sessions", { count: sessionsEnded })}
        </li>
        <li>
          {told === "operator"
            ? t("report.done.told.operator")
            : t("report.done.told.idAdministrators")}
        </li>
      </ul>
      <p>{t("report.done.password")}</p>
    </div>
  );
}
