import en from "./en.json";
import ja from "./ja.json";

export const LANGUAGES = ["ja", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type TextKey = keyof typeof ja;
export type Values = Readonly<Record<string, string | number>>;

/** Japanese is the measure: whatever it has, the others must have, or this does not compile. */
const BUNDLES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ja, en };

/** The language of a tag like {@code en-GB}; Japanese where it is none of ours. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? "ja";
}

/**
 * The text in a language, with the values in the places that the text names in braces. Where there is a value
 * {@code count} or {@code days} of one, a text with the suffix {@code _one} goes first.
 */
export function translate(language: Language, key: TextKey, values: Values = {}): string {
  return pattern(language, key, values).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}

function pattern(language: Language, key: TextKey, values: Values): string {
  const bundle: Readonly<Record<string, string>> = BUNDLES[language];
  const one = values["count"] === 1 || values["days"] === 1;
  return (one ? bundle[`${key}_one`] : undefined) ?? BUNDLES[language][key];
}

/** True where the string is the key of a text: for keys that are put together from codes. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(ja, key);
}
