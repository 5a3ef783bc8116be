import { Button } from "@patternfly/react-core";
import { useId, type ComponentType, type ReactNode } from "react";
import { useTexts } from "../../i18n/Texts";
import { usePortal } from "../../portal";

/** One thing to sign in with: what it is, how it stands, and a button to change it. */
export function Item(props: {
  readonly icon: ComponentType;
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactNode {
  const id = useId();
  const Icon = props.icon;
  return (
    <section className="sk-item" aria-labelledby={id}>
      <span className="sk-item-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="sk-item-body">
        <h2 className="sk-item-title" id={id}>
          {props.title}
        </h2>
        {props.text !== undefined && <p className="sk-weak">{props.text}</p>}
        <div className="sk-item-state">{props.children}</div>
      </div>
      {props.action !== undefined && <div className="sk-item-action">{props.action}</div>}
    </section>
  );
}

/** Leads to the sign-in pages for one action. The label is short; the name says what it is about. */
export function ActionButton(props: {
  readonly action: string;
  readonly label: string;
  readonly name: string;
  readonly variant?: "primary" | "secondary" | "link";
}): ReactNode {
  const { language } = useTexts();
  const { session } = usePortal();
  return (
    <Button
      variant={props.variant ?? "secondary"}
      isInline={props.variant === "link"}
      aria-label={props.name}
      onClick={() => void session.act(props.action, language)}
    >
      {props.label}
    </Button>
  );
}
