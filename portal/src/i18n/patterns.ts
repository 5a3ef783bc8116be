export const LANGUAGES = ["ja", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Values = Readonly<Record<string, string | number>>;

/** The language of a tag like {@code en-GB}; Japanese where it is none of ours. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? "ja";
}

/**
 * A text of a bundle with the values in the places that it names in braces. Where there is a value {@code count} or
 * {@code days} of one, a text with the suffix {@code _one} goes first.
 */
export function fill(
  bundle: Readonly<Record<string, string>>,
  key: string,
  values: Values = {},
): string {
  const one = values["count"] === 1 || values["days"] === 1;
  const pattern = (one ? bundle[`${key}_one`] : undefined) ?? bundle[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}
