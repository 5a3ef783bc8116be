import type { ReactNode } from "react";
import type { Obstacle } from "../../api/devices";
import type { Trouble } from "../../api/trouble";
import { useTexts } from "../../i18n/Texts";
import type { TextKey } from "../../i18n/translate";
import { Notice } from "../../ui/Notice";
import { TroubleNotice } from "../../ui/TroubleNotice";
import { ObstacleNotice } from "./ObstacleNotice";

/** What had changed between the list and the wish: the same remedies as above the list. */
const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  "device-session-needed": "DEVICE_SESSION_NEEDED",
  "sign-in-not-fresh": "FRESH_SIGN_IN_NEEDED",
  "device-limit-reached": "LIMIT_REACHED",
};

const TEXTS: Readonly<Record<string, TextKey>> = {
  "devices-not-available": "devices.problem.not-available",
  "too-many-enrolments": "devices.problem.too-many",
  "device-not-renewable": "devices.problem.not-renewable",
  "authority-not-ready": "devices.problem.not-ready",
};

export function EnrolTrouble(props: { readonly trouble: Trouble; readonly limit: number }): ReactNode {
  const { t } = useTexts();
  const { trouble, limit } = props;
  const obstacle = OBSTACLES[trouble.code ?? ""];
  if (obstacle !== undefined) {
    return <ObstacleNotice obstacle={obstacle} limit={limit} />;
  }
  const text = TEXTS[trouble.code ?? ""];
  return text === undefined ? (
    <TroubleNotice trouble={trouble} />
  ) : (
    <Notice tone="warning" title={t(text)} />
  );
}
