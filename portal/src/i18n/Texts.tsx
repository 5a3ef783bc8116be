import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { timesIn, type Times } from "../format/time";
import { translate, type Language, type TextKey, type Values } from "./translate";

export interface Texts {
  readonly language: Language;
  readonly times: Times;
  t(key: TextKey, values?: Values): string;
}

const TextsContext = createContext<Texts | null>(null);

/** Gives the pages their texts and times in one language, and tells the browser which one it is. */
export function TextsProvider(props: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  const { language } = props;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const texts = useMemo<Texts>(
    () => ({
      language,
      times: timesIn(language),
      t: (key, values) => translate(language, key, values),
    }),
    [language],
  );
  return <TextsContext.Provider value={texts}>{props.children}</TextsContext.Provider>;
}

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) {
    throw new Error("outside of TextsProvider");
  }
  return texts;
}
