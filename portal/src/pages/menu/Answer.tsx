import { Button } from "@patternfly/react-core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Information, Report } from "../../api/records";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";
import type { Load } from "../../ui/useLoad";
import { ReportDialog } from "./ReportDialog";

/** The user's answer to "was this you?": both answers are kept by the server. */
export function Answer(props: {
  readonly information: Information;
  readonly load: Load<Information>;
}): ReactNode {
  const { t, language } = useTexts();
  const { records, session } = usePortal();
  const [asking, setAsking] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const [justConfirmed, setJustConfirmed] = useState(false);
  const confirming = useAct();
  const { information, load } = props;

  const confirm = async (): Promise<void> => {
    const { confirmedAt } = await records.confirm();
    load.replace({ ...information, confirmedAt });
    setJustConfirmed(true);
  };
  const changePassword = (): void => void session.act("UPDATE_PASSWORD", language);

  return (
    <div className="sk-answer">
      {justConfirmed && <JustConfirmed />}
      {confirming.trouble !== null && <TroubleNotice trouble={confirming.trouble} />}
      {report !== null && !asking ? (
        <Reported onChangePassword={changePassword} />
      ) : (
        <div className="sk-buttons">
          {information.confirmedAt === null && (
            <Button
              variant="primary"
              isLoading={confirming.busy}
              isDisabled={confirming.busy}
              {...(confirming.busy ? { spinnerAriaValueText: t("information.confirm.busy") } : {})}
              onClick={() => void confirming.run(confirm)}
            >
              {t("information.confirm")}
            </Button>
          )}
          <Button variant="secondary" isDanger onClick={() => setAsking(true)}>
            {t("information.report")}
          </Button>
        </div>
      )}
      <ReportDialog
        open={asking}
        report={report}
        onReported={setReport}
        onClose={() => setAsking(false)}
        onChangePassword={changePassword}
      />
    </div>
  );
}

/** Takes the focus from the button that is gone. */
function JustConfirmed(): ReactNode {
  const { t } = useTexts();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div className="sk-focus-target" ref={notice} tabIndex={-1}>
      <Notice tone="success" title={t("information.justConfirmed")} />
    </div>
  );
}

function Reported(props: { readonly onChangePassword: () => void }): ReactNode {
  const { t } = useTexts();
  return (
    <Notice tone="warning" title={t("report.reported")}>
      <p>{t("report.done.password")}</p>
      <p className="sk-notice-actions">
        <Button variant="primary" onClick={props.onChangePassword}>
          {t("report.changePassword")}
        </Button>
      </p>
    </Notice>
  );
}
