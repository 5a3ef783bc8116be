import { Alert, AlertActionCloseButton } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";

export type NoticeTone = "success" | "info" | "warning" | "danger";

/** A message in the page. It is read out, too, unless it was there from the beginning. */
export function Notice(props: {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly onClose?: () => void;
  readonly live?: boolean;
}): ReactNode {
  const { t } = useTexts();
  return (
    <Alert
      className="sk-notice"
      isInline
      variant={props.tone}
      component="p"
      title={props.title}
      truncateTitle={0}
      variantLabel={t(`alert.${props.tone}`)}
      isLiveRegion={props.live !== false}
      {...(props.onClose
        ? {
            actionClose: (
              <AlertActionCloseButton
                aria-label={t("close")}
                variantLabel={t(`alert.${props.tone}`)}
                onClose={props.onClose}
              />
            ),
          }
        : {})}
    >
      {props.children}
    </Alert>
  );
}
