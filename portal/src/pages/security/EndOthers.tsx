import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";
import { Dialog } from "../../ui/Dialog";

export function EndOthers(props: {
  readonly open: boolean;
  readonly count: number;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useTexts();
  return (
    <Dialog
      title={t("sessions.endAll.title")}
      tone="warning"
      open={props.open}
      onClose={props.onClose}
      actions={[
        <Button key="end" variant="danger" onClick={props.onEnd}>
          {t("sessions.end")}
        </Button>,
        <Button key="cancel" variant="link" onClick={props.onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <p>{t("sessions.endAll.text", { count: props.count })}</p>
    </Dialog>
  );
}
