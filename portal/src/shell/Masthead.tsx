import { Button } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Trouble } from "../api/trouble";
import { personName } from "../format/names";
import { useTexts } from "../i18n/Texts";
import { usePortal } from "../portal";
import { LanguageSwitch } from "./LanguageSwitch";

/** Whose portal it is, who is signed in, the languages, and the way out. */
export function Masthead(props: { readonly closed: Trouble | null }): ReactNode {
  const { t } = useTexts();
  const { environment, session } = usePortal();
  const ended = props.closed?.kind === "session-ended";
  return (
    <header className="sk-header">
      <div className="sk-header-inner">
        <div className="sk-brand">
          <img
            className="sk-brand-logo"
            src={`${environment.resourceUrl}/sekisho-logo.svg`}
            alt={t("product")}
            width="36"
            height="36"
          />
          <span className="sk-brand-name">{environment.tenantName}</span>
        </div>
        <div className="sk-header-tools">
          {!ended && (
            <span className="sk-person">
              {t("greeting", { name: personName(t, session.person) })}
            </span>
          )}
          <LanguageSwitch keep={props.closed === null} />
          {!ended && (
            <Button className="sk-sign-out" variant="secondary" onClick={() => void session.signOut()}>
              {t("signOut")}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
