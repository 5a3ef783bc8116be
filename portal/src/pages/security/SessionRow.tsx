import { Button, Label } from "@patternfly/react-core";
import { DesktopIcon, MobileAltIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { OpenSession } from "../../api/sessions";
import { deviceName } from "../../format/names";
import { useTexts } from "../../i18n/Texts";

export function SessionRow(props: {
  readonly session: OpenSession;
  readonly busy: boolean;
  readonly onEnd: () => void;
}): ReactNode {
  const { t, times } = useTexts();
  const { session } = props;
  const device = deviceName(t, session);
  const address = session.address || t("unknown");
  const Icon = session.mobile ? MobileAltIcon : DesktopIcon;
  return (
    <li className="sk-session">
      <span className="sk-item-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="sk-item-body">
        <p className="sk-session-device">
          <strong>{device}</strong>{" "}
          {session.current && (
            <Label isCompact color="blue">
              {t("sessions.current")}
            </Label>
          )}
        </p>
        <p className="sk-weak">
          {t("sessions.address", { address })}
          <br />
          {t("sessions.startedAt", { at: times.dateTime(session.startedAt) })}
          <br />
          {t("sessions.usedAt", { at: times.dateTime(session.usedAt) })}
        </p>
      </div>
      {!session.current && (
        <div className="sk-item-action">
          <Button
            variant="secondary"
            isDisabled={props.busy}
            aria-label={t("sessions.end.name", { device, address })}
            onClick={props.onEnd}
          >
            {t("sessions.end")}
          </Button>
        </div>
      )}
    </li>
  );
}
