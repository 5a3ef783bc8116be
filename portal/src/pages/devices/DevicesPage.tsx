import { Button } from "@patternfly/react-core";
import { useCallback, useState, type ReactNode } from "react";
import type { Devices, Enrolment, OwnDevice } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import type { TextKey } from "../../i18n/translate";
import { usePortal } from "../../portal";
import { Heading } from "../../ui/Heading";
import { WhenLoaded } from "../../ui/Loading";
import { Notice } from "../../ui/Notice";
import { useLoad } from "../../ui/useLoad";
import { AddForm } from "./AddForm";
import { DeviceList } from "./DeviceList";
import { EnrolmentPanel } from "./EnrolmentPanel";
import { Invitations } from "./Invitations";
import { ObstacleNotice } from "./ObstacleNotice";

/** The own devices: what they are, how long their certificates last, and how others come to it. */
export function DevicesPage(): ReactNode {
  const { t } = useTexts();
  const { devices } = usePortal();
  const load = useLoad(useCallback((signal: AbortSignal) => devices.list(signal), [devices]));
  return (
    <>
      <Heading title={t("devices.title")} lead={t("devices.lead")} />
      <WhenLoaded load={load} lines={8}>
        {(found) =>
          found.available ? (
            <Content found={found} onChange={load.reload} />
          ) : (
            <div className="sk-empty">
              <p className="sk-empty-title">{t("devices.unavailable.title")}</p>
              <p>{t("devices.unavailable.text")}</p>
            </div>
          )
        }
      </WhenLoaded>
    </>
  );
}

/** What is being done above the list: nothing, a form, or a link that waits for another device. */
type Doing =
  | { readonly what: "nothing" }
  | { readonly what: "form"; readonly renews: OwnDevice | null }
  | { readonly what: "link"; readonly enrolment: Enrolment; readonly name: string };

const NOTHING: Doing = { what: "nothing" };

function Content(props: { readonly found: Devices; readonly onChange: () => void }): ReactNode {
  const { t } = useTexts();
  const { found, onChange } = props;
  const [doing, setDoing] = useState<Doing>(NOTHING);
  const [done, setDone] = useState<TextKey | null>(null);
  const { allowed, obstacle } = found.enrolment;
  const begin = (renews: OwnDevice | null): void => {
    setDone(null);
    setDoing({ what: "form", renews });
  };
  const changed = (text: TextKey): void => {
    setDone(text);
    onChange();
  };
  const back = (): void => {
    setDoing(NOTHING);
    // What had the focus is gone.
    document.querySelector<HTMLElement>("h1")?.focus();
    onChange();
  };
  return (
    <>
      {done !== null && <Notice tone="success" title={t(done)} onClose={() => setDone(null)} />}
      {doing.what === "nothing" && !allowed && obstacle !== null && (
        <ObstacleNotice obstacle={obstacle} limit={found.limit} />
      )}
      {doing.what === "nothing" && allowed && (
        <p className="sk-devices-add">
          <Button variant="primary" onClick={() => begin(null)}>
            {t("devices.add")}
          </Button>
        </p>
      )}
      {doing.what === "form" && (
        <AddForm
          key={doing.renews?.id ?? ""}
          renews={doing.renews}
          limit={found.limit}
          onLink={(enrolment, name) => setDoing({ what: "link", enrolment, name })}
          onClose={back}
        />
      )}
      {doing.what === "link" && (
        <EnrolmentPanel enrolment={doing.enrolment} name={doing.name} onClose={back} />
      )}
      {doing.what !== "link" && found.invitations.length > 0 && (
        <Invitations invitations={found.invitations} onCancelled={() => changed("devices.invitations.cancelled")} />
      )}
      <DeviceList found={found} onChanged={changed} onRenew={begin} />
    </>
  );
}
