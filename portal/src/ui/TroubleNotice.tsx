import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Trouble, TroubleKind } from "../api/trouble";
import { useTexts } from "../i18n/Texts";
import type { TextKey } from "../i18n/translate";
import { Notice } from "./Notice";

const NAMES = {
  offline: "offline",
  "time-out": "timeOut",
  "session-ended": "sessionEnded",
  "access-refused": "accessRefused",
  "not-allowed": "notAllowed",
  "not-found": "notFound",
  "too-many": "tooMany",
  request: "request",
  server: "server",
} as const satisfies Readonly<Record<TroubleKind, string>>;

export function troubleTitle(kind: TroubleKind): TextKey {
  return `trouble.${NAMES[kind]}.title`;
}

export function troubleText(kind: TroubleKind): TextKey {
  return `trouble.${NAMES[kind]}.text`;
}

/** What went wrong, what to do about it, and a button for doing it. */
export function TroubleNotice(props: {
  readonly trouble: Trouble;
  readonly onRetry?: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { trouble, onRetry } = props;
  return (
    <Notice tone="danger" title={t(troubleTitle(trouble.kind))}>
      <p>{t(troubleText(trouble.kind))}</p>
      {trouble.code !== undefined && (
        <p className="sk-weak">{t("trouble.code", { code: trouble.code })}</p>
      )}
      {onRetry && (
        <p className="sk-notice-actions">
          <Button variant="secondary" onClick={onRetry}>
            {t("retry")}
          </Button>
        </p>
      )}
    </Notice>
  );
}
