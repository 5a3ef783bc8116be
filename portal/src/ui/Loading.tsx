import { Skeleton } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { TroubleNotice } from "./TroubleNotice";
import type { Load } from "./useLoad";

/** What stands in the place of something that is still loading. */
export function Loading(props: { readonly lines?: number }): ReactNode {
  const { t } = useTexts();
  return (
    <div className="sk-loading" role="status">
      <span className="sk-visually-hidden">{t("loading")}</span>
      {Array.from({ length: props.lines ?? 3 }, (_, line) => (
        <Skeleton key={line} width={line % 2 === 0 ? "100%" : "66%"} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Shows what was loaded, that it is loading, or why it could not be loaded. */
export function WhenLoaded<T>(props: {
  readonly load: Load<T>;
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  const { loaded, reload } = props.load;
  switch (loaded.state) {
    case "loading":
      return <Loading lines={props.lines ?? 3} />;
    case "failed":
      return <TroubleNotice trouble={loaded.trouble} onRetry={reload} />;
    case "ready":
      return props.children(loaded.value);
  }
}
