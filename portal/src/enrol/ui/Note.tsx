import type { ReactNode } from "react";

/** A remark in the page. Only what has just gone wrong is read out at once. */
export function Note(props: {
  readonly tone: "info" | "warning" | "danger" | "success";
  readonly title?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={`sk-note sk-note--${props.tone}`} {...(props.tone === "danger" ? { role: "alert" } : {})}>
      {props.title !== undefined && <p className="sk-note-title">{props.title}</p>}
      {props.children}
    </div>
  );
}
