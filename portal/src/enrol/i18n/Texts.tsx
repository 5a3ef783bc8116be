import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { fill, type Language, type Values } from "../../i18n/patterns";
import en from "./en.json";
import ja from "./ja.json";

export type TextKey = keyof typeof ja;

/** Japanese is the measure, as in the portal. */
const BUNDLES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ja, en };

export interface Texts {
  readonly language: Language;
  t(key: TextKey, values?: Values): string;
}

const TextsContext = createContext<Texts | null>(null);

export function TextsProvider(props: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  const { language } = props;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const texts = useMemo<Texts>(
    () => ({ language, t: (key, values) => fill(BUNDLES[language], key, values) }),
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

/** The key that is put together from a code, or another one where no text has it. */
export function keyOr(key: string, otherwise: TextKey): TextKey {
  return Object.hasOwn(ja, key) ? (key as TextKey) : otherwise;
}
