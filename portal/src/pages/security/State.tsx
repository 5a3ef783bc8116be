import { ExclamationCircleIcon, ExclamationTriangleIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";

/** A sentence on how something stands; the icon repeats what the colour says. */
export function State(props: {
  readonly tone: "plain" | "warning" | "bad";
  readonly text: string;
}): ReactNode {
  const { tone, text } = props;
  if (tone === "plain") {
    return <p>{text}</p>;
  }
  const Icon = tone === "bad" ? ExclamationCircleIcon : ExclamationTriangleIcon;
  return (
    <p className={`sk-state sk-state--${tone}`}>
      <Icon aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
