import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/Texts";
import { LANGUAGES, type Language } from "../i18n/translate";
import { usePortal } from "../portal";
import { Notice } from "../ui/Notice";

/** Each language in its own name. The page changes at once; the server keeps the choice for mails and other pages. */
export function LanguageSwitch(props: { readonly keep: boolean }): ReactNode {
  const { t, language } = useTexts();
  const portal = usePortal();
  const [failed, setFailed] = useState(false);

  const choose = (chosen: Language): void => {
    portal.showIn(chosen);
    setFailed(false);
    if (props.keep) {
      portal.account.setLanguage(chosen).catch(() => setFailed(true));
    }
  };

  return (
    <>
      <div className="sk-languages" role="group" aria-label={t("languages")}>
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            className="sk-language"
            lang={each}
            aria-pressed={each === language}
            onClick={() => choose(each)}
          >
            {t(`language.${each}`)}
          </button>
        ))}
      </div>
      {failed && (
        <div className="sk-language-failed">
          <Notice
            tone="warning"
            title={t("language.notSaved")}
            onClose={() => setFailed(false)}
          />
        </div>
      )}
    </>
  );
}
