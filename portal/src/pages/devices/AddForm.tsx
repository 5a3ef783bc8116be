import { Button, Radio } from "@patternfly/react-core";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { Enrolment, OwnDevice } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { useAct } from "../../ui/useAct";
import { EnrolTrouble } from "./EnrolTrouble";
import { nameOf, NameField } from "./NameField";

/**
 * Which device, and what it is called. For this device the tab goes on at the enrolment page; for another one there is
 * a link, which a pairing code protects where it is seen by others.
 */
export function AddForm(props: {
  readonly renews: OwnDevice | null;
  readonly limit: number;
  readonly onLink: (enrolment: Enrolment, name: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { devices } = usePortal();
  const { renews } = props;
  const [here, setHere] = useState(renews === null || renews.thisDevice);
  const [text, setText] = useState(renews?.name ?? "");
  const [fault, setFault] = useState(false);
  const asking = useAct();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const deviceName = nameOf(text);
    setFault(deviceName === null);
    if (deviceName !== null) {
      void asking.run(async () => {
        const enrolment = await devices.enrol({ deviceName, pairing: !here, renews: renews?.id ?? null });
        if (here) {
          window.location.assign(enrolment.url);
        } else {
          props.onLink(enrolment, deviceName);
        }
      });
    }
  };

  return (
    <form className="sk-card sk-device-form" onSubmit={submit} noValidate>
      <h2 className="sk-card-title sk-focus-target" tabIndex={-1} ref={title}>
        {t(renews === null ? "devices.add.title" : "devices.add.renew")}
      </h2>
      {renews === null ? (
        <NameField id="device-name" value={text} fault={fault} onChange={setText} />
      ) : (
        <p>{t("devices.renew.text", { name: renews.name })}</p>
      )}
      <fieldset className="sk-choices">
        <legend>{t("devices.add.which")}</legend>
        <Radio id="device-this" name="which" label={t("devices.add.this")} isChecked={here} onChange={() => setHere(true)} />
        <Radio id="device-other" name="which" label={t("devices.add.other")} isChecked={!here} onChange={() => setHere(false)} />
      </fieldset>
      {asking.trouble !== null && <EnrolTrouble trouble={asking.trouble} limit={props.limit} />}
      <div className="sk-buttons">
        <Button
          type="submit"
          variant="primary"
          isLoading={asking.busy}
          isDisabled={asking.busy}
          {...(asking.busy ? { spinnerAriaValueText: t("devices.add.busy") } : {})}
        >
          {t("devices.add.next")}
        </Button>
        <Button variant="link" onClick={props.onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
