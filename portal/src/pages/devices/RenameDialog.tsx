import { Button } from "@patternfly/react-core";
import { useState, type FormEvent, type ReactNode } from "react";
import type { OwnDevice } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Dialog } from "../../ui/Dialog";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";
import { nameOf, NameField } from "./NameField";

const FORM = "rename-device";

export function RenameDialog(props: {
  readonly device: OwnDevice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { devices } = usePortal();
  const [text, setText] = useState(props.device.name);
  const [fault, setFault] = useState(false);
  const saving = useAct();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = nameOf(text);
    setFault(name === null);
    if (name !== null && (await saving.run(() => devices.rename(props.device.id, name)))) {
      props.onDone();
    }
  };
  return (
    <Dialog
      title={t("devices.rename.title")}
      open
      onClose={props.onClose}
      actions={[
        <Button key="save" type="submit" form={FORM} variant="primary" isDisabled={saving.busy} isLoading={saving.busy}>
          {t("devices.rename.save")}
        </Button>,
        <Button key="cancel" variant="link" onClick={props.onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <form id={FORM} onSubmit={(event) => void submit(event)} noValidate>
        <NameField id="rename" value={text} fault={fault} onChange={setText} />
      </form>
      {saving.trouble !== null && <TroubleNotice trouble={saving.trouble} />}
    </Dialog>
  );
}
