import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Obstacle } from "../../api/devices";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";
import { Notice } from "../../ui/Notice";

/** Why no device can be enrolled now, and what helps. */
export function ObstacleNotice(props: {
  readonly obstacle: Obstacle;
  readonly limit: number;
}): ReactNode {
  const { t, language } = useTexts();
  const { session } = usePortal();
  const { obstacle, limit } = props;
  return (
    <Notice tone="info" title={t(`devices.obstacle.${obstacle}.title`, { limit })} live={false}>
      <p>{t(`devices.obstacle.${obstacle}.text`)}</p>
      {obstacle === "FRESH_SIGN_IN_NEEDED" && (
        <p className="sk-notice-actions">
          <Button variant="primary" onClick={() => void session.signInFresh(language)}>
            {t("devices.obstacle.FRESH_SIGN_IN_NEEDED.button")}
          </Button>
        </p>
      )}
    </Notice>
  );
}
