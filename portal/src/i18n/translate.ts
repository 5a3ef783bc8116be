import en from "./en.json";
import ja from "./ja.json";
import { fill, type Language, type Values } from "./patterns";

export { languageOf, LANGUAGES, type Language, type Values } from "./patterns";
export type TextKey = keyof typeof ja;

/** Japanese is the measure: whatever it has, the others must have, or this does not compile. */
const BUNDLES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ja, en };

export function translate(language: Language, key: TextKey, values: Values = {}): string {
  return fill(BUNDLES[language], key, values);
}

/** True where the string is the key of a text: for keys that are put together from codes. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(ja, key);
}
