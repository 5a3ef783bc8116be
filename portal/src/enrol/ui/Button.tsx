import type { ReactNode } from "react";

/** While it is busy it stays in the order of the keyboard, so that the focus is not lost. */
export function Button(props: {
  readonly variant?: "primary" | "secondary" | "link";
  readonly type?: "button" | "submit";
  readonly busy?: boolean;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { variant = "primary", type = "button", busy = false, onClick } = props;
  return (
    <button
      type={type}
      className={`sk-button sk-button--${variant}`}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
        } else {
          onClick?.();
        }
      }}
    >
      {busy && <span className="sk-spinner" aria-hidden="true" />}
      {props.children}
    </button>
  );
}
