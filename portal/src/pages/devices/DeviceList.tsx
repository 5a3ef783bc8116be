import { useState, type ReactNode } from "react";
import type { Devices, OwnDevice } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import type { TextKey } from "../../i18n/translate";
import { DeviceRow } from "./DeviceRow";
import { inOrder, isLive } from "./order";
import { RenameDialog } from "./RenameDialog";
import { RevokeDialog } from "./RevokeDialog";

/** The devices that work, and folded below them those that no longer do. */
export function DeviceList(props: {
  readonly found: Devices;
  readonly onChanged: (text: TextKey) => void;
  readonly onRenew: (device: OwnDevice) => void;
}): ReactNode {
  const { t } = useTexts();
  const { devices, limit, enrolment } = props.found;
  const [renaming, setRenaming] = useState<OwnDevice | null>(null);
  const [revoking, setRevoking] = useState<OwnDevice | null>(null);
  const live = inOrder(devices.filter(isLive));
  const dead = inOrder(devices.filter((device) => !isLive(device)));
  const rows = (list: readonly OwnDevice[]): ReactNode => (
    <ul className="sk-sessions">
      {list.map((device) => (
        <DeviceRow
          key={device.id}
          device={device}
          renewable={device.renewable && enrolment.obstacle !== "FRESH_SIGN_IN_NEEDED"}
          onRename={() => setRenaming(device)}
          onRenew={() => props.onRenew(device)}
          onRevoke={() => setRevoking(device)}
        />
      ))}
    </ul>
  );
  return (
    <section className="sk-card" aria-labelledby="devices">
      <div className="sk-card-head">
        <h2 className="sk-card-title" id="devices">
          {t("devices.list")}
        </h2>
        <p className="sk-weak">{t("devices.count", { count: live.length, limit })}</p>
      </div>
      {live.length === 0 ? <p className="sk-card-lead">{t("devices.empty")}</p> : rows(live)}
      {dead.length > 0 && (
        <details className="sk-dead">
          <summary>{t("devices.dead", { count: dead.length })}</summary>
          {rows(dead)}
        </details>
      )}
      {renaming !== null && (
        <RenameDialog
          device={renaming}
          onClose={() => setRenaming(null)}
          onDone={() => {
            setRenaming(null);
            props.onChanged("devices.renamed");
          }}
        />
      )}
      {revoking !== null && (
        <RevokeDialog
          device={revoking}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null);
            props.onChanged("devices.revoked");
          }}
        />
      )}
    </section>
  );
}
