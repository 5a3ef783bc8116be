import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import type { TextKey } from "../i18n/translate";
import { Heading } from "../ui/Heading";

/** Where there is no portal yet to show a message in: the sign-in failed, or the page broke. */
export function StartFailedPage(props: {
  readonly cause: "offline" | "sign-in" | "crash";
  readonly onRetry: () => void;
}): ReactNode {
  const { t } = useTexts();
  const [title, text, button] = TEXTS[props.cause];
  return (
    <main className="sk-main" role="alert">
      <Heading title={t(title)} lead={t(text)} />
      <Button variant="primary" onClick={props.onRetry}>
        {t(button)}
      </Button>
    </main>
  );
}

const TEXTS: Readonly<
  Record<"offline" | "sign-in" | "crash", readonly [TextKey, TextKey, TextKey]>
> = {
  offline: ["trouble.offline.title", "trouble.offline.text", "retry"],
  "sign-in": ["start.failed.title", "start.failed.text", "start.signIn"],
  crash: ["start.crashed.title", "start.crashed.text", "start.reload"],
};
