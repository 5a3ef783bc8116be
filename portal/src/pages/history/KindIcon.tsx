import {
  BanIcon,
  ClockIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  ExternalLinkAltIcon,
  PowerOffIcon,
  SignInAltIcon,
  SignOutAltIcon,
} from "@patternfly/react-icons";
import type { ComponentType, ReactNode } from "react";
import type { RecordKind } from "../../api/records";

const ICONS: Readonly<Record<RecordKind, ComponentType>> = {
  SIGN_IN: SignInAltIcon,
  APPLICATION_ENTRY: ExternalLinkAltIcon,
  FAILED_ATTEMPT: ExclamationCircleIcon,
  REFUSAL: BanIcon,
  WARNING: ExclamationTriangleIcon,
  SIGN_OFF: SignOutAltIcon,
  TIME_OUT: ClockIcon,
  ADMINISTRATIVE_END: PowerOffIcon,
};

/** Only for the eye: the words beside it say the same. */
export function KindIcon(props: { readonly kind: string }): ReactNode {
  const Icon = ICONS[props.kind as RecordKind] ?? ClockIcon;
  return (
    <span className="sk-event-icon" aria-hidden="true">
      <Icon />
    </span>
  );
}
