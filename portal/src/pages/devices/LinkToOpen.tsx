import { Button } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import type { Enrolment } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import { drawQr } from "./qr";

/** The ways to open a link on another device: camera, or copying; and the code that shows that it is the right one. */
export function LinkToOpen(props: {
  readonly enrolment: Enrolment;
  readonly triesLeft: number | null;
}): ReactNode {
  const { t } = useTexts();
  const { url, qr, pairingCode } = props.enrolment;
  return (
    <>
      <p className="sk-card-lead">{t("devices.panel.lead")}</p>
      <div className="sk-link-to-open">
        <QrCode rows={qr} label={t("devices.panel.qr")} />
        <div className="sk-link-texts">
          {pairingCode !== null && (
            <div className="sk-pairing">
              <p className="sk-pairing-title">{t("devices.panel.code")}</p>
              <p className="sk-pairing-code" translate="no">
                {pairingCode}
              </p>
              <p>{t("devices.panel.code.text")}</p>
              {props.triesLeft !== null && props.triesLeft < 5 && (
                <p className="sk-weak">{t("devices.panel.tries", { count: props.triesLeft })}</p>
              )}
            </div>
          )}
          <div>
            <p className="sk-pairing-title">{t("devices.panel.url")}</p>
            <p className="sk-url" translate="no">
              {url}
            </p>
            <CopyLink url={url} />
          </div>
        </div>
      </div>
    </>
  );
}

function QrCode(props: { readonly rows: readonly string[]; readonly label: string }): ReactNode {
  const { size, path } = drawQr(props.rows);
  return (
    <svg className="sk-qr" role="img" aria-label={props.label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

function CopyLink(props: { readonly url: string }): ReactNode {
  const { t } = useTexts();
  const [result, setResult] = useState<"devices.panel.copied" | "devices.panel.copyFailed" | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.url);
      setResult("devices.panel.copied");
    } catch {
      setResult("devices.panel.copyFailed");
    }
  };
  return (
    <div className="sk-buttons">
      <Button variant="secondary" onClick={() => void copy()}>
        {t("devices.panel.copy")}
      </Button>
      <span role="status">{result !== null && t(result)}</span>
    </div>
  );
}
