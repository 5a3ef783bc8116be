import type { ReactNode } from "react";

/** A point of time for people and for machines. */
export function Moment(props: {
  readonly at: number;
  readonly children: ReactNode;
}): ReactNode {
  return <time dateTime={new Date(props.at).toISOString()}>{props.children}</time>;
}
