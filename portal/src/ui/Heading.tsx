import { Title } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** The heading of a page; focus goes here when the page opens. */
export function Heading(props: { readonly title: string; readonly lead?: string }): ReactNode {
  return (
    <div className="sk-heading">
      <Title headingLevel="h1" size="2xl" tabIndex={-1}>
        {props.title}
      </Title>
      {props.lead !== undefined && <p className="sk-lead">{props.lead}</p>}
    </div>
  );
}
