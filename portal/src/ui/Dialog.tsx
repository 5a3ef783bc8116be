import { Modal, ModalVariant } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";

/** A question before something that cannot be undone. Escape and the cross mean no. */
export function Dialog(props: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly actions: readonly ReactNode[];
  readonly tone?: "warning" | "success";
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  return (
    <Modal
      variant={ModalVariant.small}
      className="sk-dialog"
      title={props.title}
      isOpen={props.open}
      onClose={props.onClose}
      actions={[...props.actions]}
      {...(props.tone
        ? { titleIconVariant: props.tone, titleLabel: t(`alert.${props.tone}`) }
        : {})}
    >
      {props.children}
    </Modal>
  );
}
