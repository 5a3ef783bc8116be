import { describe, expect, it } from "vitest";
import en from "./en.json";
import ja from "./ja.json";

const japanese: Readonly<Record<string, string>> = ja;
const english: Readonly<Record<string, string>> = en;
const keys = Object.keys(japanese);
const places = (text: string | undefined): string[] =>
  [...(text ?? "").matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "").sort();

describe("the texts of the enrolment page", () => {
  it("exist in both languages, key by key", () => {
    expect(Object.keys(english)).toEqual(keys);
  });

  it.each(keys)("name the same values in both languages: %s", (key) => {
    expect(japanese[key]).not.toBe("");
    expect(english[key]).not.toBe("");
    expect(places(english[key])).toEqual(places(japanese[key]));
  });

  it("are really Japanese and English", () => {
    const alike = keys.filter((key) => japanese[key] === english[key]);
    expect(alike).toEqual(["product", "language.ja", "language.en", "help.macos", "blocked.browser.ios", "blocked.browser.android"]);
  });

  it("are all used somewhere", () => {
    const sources = import.meta.glob("../**/*.{ts,tsx}", {
      eager: true,
      query: "?raw",
      import: "default",
    }) as Record<string, string>;
    const code = Object.entries(sources)
      .filter(([name]) => !name.includes(".test."))
      .map(([, text]) => text)
      .join("\n");
    const composed = /^(language|blocked|doubt|ended|problem|refused|outcome)\./;
    expect(keys.filter((key) => !composed.test(key) && !code.includes(`"${key}"`))).toEqual([]);
  });
});
