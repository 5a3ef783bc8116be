import { useEffect, useState, type ReactNode } from "react";
import { LANGUAGES, type Language } from "../i18n/patterns";
import type { Environment } from "./environment";
import { TextsProvider, useTexts } from "./i18n/Texts";

/** What surrounds the steps: whose page it is, and the languages. */
export function Frame(props: {
  readonly environment: Environment;
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  const [language, setLanguage] = useState(props.language);
  return (
    <TextsProvider language={language}>
      <Head environment={props.environment} onChoose={setLanguage} />
      <main className="sk-enrol">{props.children}</main>
      <Foot />
    </TextsProvider>
  );
}

function Head(props: {
  readonly environment: Environment;
  readonly onChoose: (language: Language) => void;
}): ReactNode {
  const { t, language } = useTexts();
  const { tenant, resourceUrl } = props.environment;
  useEffect(() => {
    document.title = t("page.title", { tenant });
  }, [t, tenant]);
  return (
    <header className="sk-enrol-head">
      <div className="sk-enrol-brand">
        <img src={`${resourceUrl}/sekisho-logo.svg`} alt={t("product")} width="32" height="32" />
        <span>{tenant}</span>
      </div>
      <div role="group" aria-label={t("languages")}>
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            className="sk-language"
            lang={each}
            aria-pressed={each === language}
            onClick={() => props.onChoose(each)}
          >
            {t(`language.${each}`)}
          </button>
        ))}
      </div>
    </header>
  );
}

function Foot(): ReactNode {
  const { t } = useTexts();
  return (
    <footer className="sk-enrol-foot">
      <p>{t("footer.help")}</p>
    </footer>
  );
}
