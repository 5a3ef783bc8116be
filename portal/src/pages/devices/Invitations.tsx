import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Invitation } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";

/** Links that were made, by the user or by an administrator, and that lead to no certificate yet. */
export function Invitations(props: {
  readonly invitations: readonly Invitation[];
  readonly onCancelled: () => void;
}): ReactNode {
  const { t, times } = useTexts();
  const { devices } = usePortal();
  const cancelling = useAct();
  const cancel = async (id: string): Promise<void> => {
    if (await cancelling.run(() => devices.cancel(id))) {
      props.onCancelled();
    }
  };
  return (
    <section className="sk-card" aria-labelledby="invitations">
      <h2 className="sk-card-title" id="invitations">
        {t("devices.invitations")}
      </h2>
      {cancelling.trouble !== null && <TroubleNotice trouble={cancelling.trouble} />}
      <ul className="sk-sessions">
        {props.invitations.map(({ id, deviceName, state, expiresAt }) => (
          <li className="sk-session" key={id}>
            <div className="sk-item-body">
              <p>
                <strong>{deviceName}</strong>
              </p>
              <p className="sk-weak">
                {t(`devices.invitations.${state}`)} {t("devices.invitations.until", { at: times.dateTime(expiresAt) })}
              </p>
            </div>
            <div className="sk-item-action">
              <Button
                variant="secondary"
                isDisabled={cancelling.busy}
                aria-label={t("devices.invitations.cancel.name", { name: deviceName })}
                onClick={() => void cancel(id)}
              >
                {t("devices.invitations.cancel")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
