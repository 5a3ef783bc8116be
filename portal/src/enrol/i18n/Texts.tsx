import { makeTexts } from "../../i18n/makeTexts";
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

export const { TextsProvider, useTexts } = makeTexts<Texts>((language) => ({
  language,
  t: (key, values) => fill(BUNDLES[language], key, values),
}));

/** The key that is put together from a code, or another one where no text has it. */
export function keyOr(key: string, otherwise: TextKey): TextKey {
  return Object.hasOwn(ja, key) ? (key as TextKey) : otherwise;
}
