import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import type { Language } from "./patterns";

/** What pages say in one language, and how they come to it. */
export interface TextsOf<T> {
  /** Gives the pages below it their texts, and tells the browser which language it is. */
  readonly TextsProvider: (props: { readonly language: Language; readonly children: ReactNode }) => ReactNode;
  readonly useTexts: () => T;
}

/** The two parts of one set of texts; each page has one. */
export function makeTexts<T>(textsIn: (language: Language) => T): TextsOf<T> {
  const TextsContext = createContext<T | null>(null);
  return {
    TextsProvider: function TextsProvider({ language, children }) {
      useEffect(() => {
        document.documentElement.lang = language;
      }, [language]);
      const texts = useMemo(() => textsIn(language), [language]);
      return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
    },
    useTexts: function useTexts() {
      const texts = useContext(TextsContext);
      if (texts === null) {
        throw new Error("outside of TextsProvider");
      }
      return texts;
    },
  };
}
