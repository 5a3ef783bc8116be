import { Button, Label } from "@patternfly/react-core";
import { DesktopIcon, LaptopIcon, LockIcon, MobileAltIcon } from "@patternfly/react-icons";
import type { ComponentType, ReactNode } from "react";
import type { OwnDevice } from "../../api/devices";
import { daysUntil } from "../../format/time";
import { useTexts } from "../../i18n/Texts";
import { isTextKey } from "../../i18n/translate";
import { State } from "../security/State";
import { isLive, WARNING_DAYS } from "./order";

/** One device with what is known of it and what can be done with it. */
export function DeviceRow(props: {
  readonly device: OwnDevice;
  readonly renewable: boolean;
  readonly onRename: () => void;
  readonly onRenew: () => void;
  readonly onRevoke: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { device } = props;
  const { name } = device;
  const Icon = iconOf(device.platform ?? "");
  return (
    <li className="sk-session">
      <span className="sk-item-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="sk-item-body">
        <h3 className="sk-item-title sk-device-name">
          {name}{" "}
          {device.thisDevice && (
            <Label isCompact color="blue">
              {t("devices.this")}
            </Label>
          )}
          {device.hardwareBound && (
            <Label isCompact color="blue" icon={<LockIcon />}>
              {t("devices.hardware")}
            </Label>
          )}
        </h3>
        <p>{device.platform || t("devices.platform.unknown")}</p>
        <Standing device={device} />
        <Facts device={device} />
      </div>
      {isLive(device) && (
        <div className="sk-item-action sk-device-actions">
          {props.renewable && (
            <Button variant="primary" aria-label={t("devices.renew.name", { name })} onClick={props.onRenew}>
              {t("devices.renew")}
            </Button>
          )}
          <Button variant="secondary" aria-label={t("devices.rename.name", { name })} onClick={props.onRename}>
            {t("devices.rename")}
          </Button>
          <Button variant="secondary" isDanger aria-label={t("devices.revoke.name", { name })} onClick={props.onRevoke}>
            {t("devices.revoke")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What catches the eye: a state that is not the usual one, or an end that is near. */
function Standing(props: { readonly device: OwnDevice }): ReactNode {
  const { t } = useTexts();
  const { state, expiresAt } = props.device;
  if (state !== "ACTIVE") {
    return <State tone={state === "ISSUED" || state === "SUPERSEDED" ? "warning" : "bad"} text={t(`devices.state.${state}`)} />;
  }
  const days = daysUntil(expiresAt, Date.now());
  if (days > WARNING_DAYS) {
    return null;
  }
  return <State tone="warning" text={days <= 0 ? t("devices.expires.today") : t("devices.expires.in", { days })} />;
}

function Facts(props: { readonly device: OwnDevice }): ReactNode {
  const { t, times } = useTexts();
  const { method, issuedAt, expiresAt, lastUsedAt, revokedAt } = props.device;
  const key = `devices.method.${method}`;
  const way = t(isTextKey(key) ? key : "devices.method.other");
  const facts: readonly (readonly [string, string])[] = [
    [t("devices.lastUsedAt"), lastUsedAt ? times.dateTime(lastUsedAt) : t("devices.lastUsedAt.never")],
    [t("devices.issuedAt"), times.date(issuedAt)],
    revokedAt ? [t("devices.revokedAt"), times.date(revokedAt)] : [t("devices.expiresAt"), times.date(expiresAt)],
    [t("devices.method"), way],
  ];
  return (
    <dl className="sk-device-facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function iconOf(platform: string): ComponentType {
  if (/iPhone|iPad|Android/.test(platform)) {
    return MobileAltIcon;
  }
  return platform === "" ? DesktopIcon : LaptopIcon;
}
