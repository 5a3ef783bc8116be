import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Trouble } from "../api/trouble";
import { useTexts } from "../i18n/Texts";
import { usePortal } from "../portal";
import { Heading } from "../ui/Heading";
import { troubleText, troubleTitle } from "../ui/TroubleNotice";

/**
 * Instead of a page that would only fail: the session has ended, or the rules do not admit it from here. The address is
 * kept, so that the user comes back to the same page with the same choices.
 */
export function ClosedPage(props: { readonly trouble: Trouble }): ReactNode {
  const { t, language } = useTexts();
  const { session } = usePortal();
  const { kind, reference } = props.trouble;
  return (
    <>
      <Heading title={t(troubleTitle(kind))} lead={t(troubleText(kind))} />
      {reference !== undefined && (
        <p className="sk-reference">
          {t("trouble.accessRefused.reference")} <strong>{reference}</strong>
        </p>
      )}
      {kind === "session-ended" ? (
        <Button variant="primary" onClick={() => void session.signInAgain(language)}>
          {t("start.signIn")}
        </Button>
      ) : (
        <Button variant="secondary" onClick={() => window.location.reload()}>
          {t("retry")}
        </Button>
      )}
    </>
  );
}
