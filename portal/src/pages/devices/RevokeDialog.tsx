import { Button, Radio } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import type { OwnDevice, RevocationReason } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";

const REASONS: readonly RevocationReason[] = ["LOST", "REPLACED", "NO_LONGER_USED"];

/** Says what happens and asks why; nothing is chosen beforehand, so that the reason is a true one. */
export function RevokeDialog(props: {
  readonly device: OwnDevice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { devices } = usePortal();
  const { device } = props;
  const [reason, setReason] = useState<RevocationReason | null>(null);
  const [missing, setMissing] = useState(false);
  const revoking = useAct();
  const revoke = async (): Promise<void> => {
    setMissing(reason === null);
    if (reason !== null && (await revoking.run(() => devices.revoke(device.id, reason)))) {
      props.onDone();
    }
  };
  return (
    <Dialog
      title={t("devices.revoke.title", { name: device.name })}
      tone="warning"
      open
      onClose={props.onClose}
      actions={[
        <Button key="revoke" variant="danger" isDisabled={revoking.busy} isLoading={revoking.busy} onClick={() => void revoke()}>
          {t("devices.revoke")}
        </Button>,
        <Button key="cancel" variant="link" onClick={props.onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <p>{t("devices.revoke.lead")}</p>
      {device.thisDevice && <Notice tone="warning" title={t("devices.revoke.this")} live={false} />}
      <fieldset className="sk-choices">
        <legend>{t("devices.revoke.reason")}</legend>
        {REASONS.map((each) => (
          <Radio
            key={each}
            id={`reason-${each}`}
            name="reason"
            label={t(`devices.reason.${each}`)}
            isChecked={reason === each}
            onChange={() => setReason(each)}
          />
        ))}
      </fieldset>
      {missing && reason === null && (
        <p className="sk-error-text" role="alert">
          {t("devices.revoke.missing")}
        </p>
      )}
      {revoking.trouble !== null && <TroubleNotice trouble={revoking.trouble} />}
    </Dialog>
  );
}
