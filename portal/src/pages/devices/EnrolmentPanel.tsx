import { Button } from "@patternfly/react-core";
import { useEffect, useRef, type ReactNode } from "react";
import type { Enrolment } from "../../api/devices";
import { useTexts, type Texts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { useAct } from "../../ui/useAct";
import { LinkToOpen } from "./LinkToOpen";
import { isOver, remaining, showsLink, type Following } from "./progress";
import { useProgress } from "./useProgress";

/** The link for another device, and how far that device has come. */
export function EnrolmentPanel(props: {
  readonly enrolment: Enrolment;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { devices } = usePortal();
  const { enrolment, name } = props;
  const { following, now, offline, cancelled } = useProgress(enrolment);
  const cancelling = useAct();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { state } = following;
  const over = isOver(state);
  // A certificate that is issued is no longer a matter of the link: it can be revoked in the list.
  const open = state === "CREATED" || state === "CLAIMED";

  const cancel = async (): Promise<void> => {
    await devices.cancel(enrolment.id);
    cancelled();
  };

  return (
    <section className="sk-card" aria-labelledby="enrolment">
      <h2 className="sk-card-title sk-focus-target" id="enrolment" tabIndex={-1} ref={title}>
        {t("devices.panel.title", { name })}
      </h2>
      {showsLink(state) && <LinkToOpen enrolment={enrolment} triesLeft={following.triesLeft} />}
      <div className="sk-progress-line" role="status">
        <Notice tone={toneOf(following)} title={progressText(t, following)} live={false} />
      </div>
      {!over && following.passphrase !== null && <ServerPassphrase passphrase={following.passphrase} />}
      {offline && <Notice tone="warning" title={t("devices.panel.offline")} />}
      {cancelling.trouble !== null && <TroubleNotice trouble={cancelling.trouble} />}
      {open && <p className="sk-number">{t("devices.panel.remaining", { time: remaining(enrolment.expiresAt, now) })}</p>}
      <div className="sk-card-actions">
        <Button variant={over ? "primary" : "secondary"} onClick={props.onClose}>
          {t("devices.panel.close")}
        </Button>
        {open && (
          <Button variant="secondary" isDanger isDisabled={cancelling.busy} onClick={() => void cancelling.run(cancel)}>
            {t("devices.panel.cancel")}
          </Button>
        )}
      </div>
    </section>
  );
}

function ServerPassphrase(props: { readonly passphrase: string }): ReactNode {
  const { t } = useTexts();
  return (
    <div className="sk-server-passphrase">
      <p className="sk-pairing-title">{t("devices.panel.passphrase")}</p>
      <p className="sk-pairing-code sk-pairing-code--long" translate="no">
        {props.passphrase}
      </p>
      <p>{t("devices.panel.passphrase.text")}</p>
    </div>
  );
}

function toneOf({ state }: Following): "info" | "success" | "warning" {
  return state === "ACTIVATED" ? "success" : state === "EXPIRED" || state === "CANCELLED" ? "warning" : "info";
}

function progressText(t: Texts["t"], { state, platform }: Following): string {
  return state === "CLAIMED" && !platform
    ? t("devices.progress.CLAIMED.unknown")
    : t(`devices.progress.${state}`, { platform: platform ?? "" });
}
