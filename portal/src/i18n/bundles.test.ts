import { describe, expect, it } from "vitest";
import en from "./en.json";
import ja from "./ja.json";
import { languageOf, translate } from "./translate";

const PLURAL = /_one$/;
const keys = (bundle: object): string[] => Object.keys(bundle);
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? "").sort();

describe("the texts", () => {
  it("exist in both languages, key by key", () => {
    const plain = keys(en).filter((key) => !PLURAL.test(key));
    expect(plain).toEqual(keys(ja));
  });

  it("have plural forms only for texts that exist", () => {
    for (const key of keys(en).filter((each) => PLURAL.test(each))) {
      expect(keys(ja)).toContain(key.replace(PLURAL, ""));
    }
    expect(keys(ja).filter((key) => PLURAL.test(key))).toEqual([]);
  });

  it.each(keys(ja))("name the same values in both languages: %s", (key) => {
    const [japanese, english] = [ja, en].map((bundle) => (bundle as Record<string, string>)[key] ?? "");
    expect(japanese).not.toBe("");
    expect(english).not.toBe("");
    expect(places(english ?? "")).toEqual(places(japanese ?? ""));
  });

  it("are really Japanese and English", () => {
    const alike = keys(ja).filter(
      (key) => (ja as Record<string, string>)[key] === (en as Record<string, string>)[key],
    );
    expect(alike).toEqual(["product", "language.ja", "language.en", "pageTitle"]);
  });

  it("are all used somewhere", () => {
    const sources = import.meta.glob(["../**/*.{ts,tsx}", "!../enrol/**"], {
      eager: true,
      query: "?raw",
      import: "default",
    }) as Record<string, string>;
    const code = Object.entries(sources)
      .filter(([name]) => !name.includes(".test."))
      .map(([, text]) => text)
      .join("\n");
    const composed =
      /^(trouble|language|kind|reason|factor|history\.filter\.(kind|period|from|to)|alert|totp|passkeys|action|devices\.(method|state|reason|obstacle|progress|invitations))\b/;
    expect(keys(ja).filter((key) => !composed.test(key) && !code.includes(`"${key}"`))).toEqual([]);
  });
});

describe("a text", () => {
  it("has its values put in", () => {
    expect(translate("ja", "reference", { reference: "7K2M9QXW4T" })).toBe("参照番号 7K2M9QXW4T");
  });

  it("keeps the place of a value that is missing", () => {
    expect(translate("en", "reference")).toBe("Reference number {reference}");
  });

  it("speaks of one as one", () => {
    expect(translate("en", "report.done.sessions", { count: 1 })).toBe("1 other sign-in was ended.");
    expect(translate("en", "report.done.sessions", { count: 2 })).toBe("2 other sign-ins were ended.");
    expect(translate("ja", "report.done.sessions", { count: 1 })).toBe(
      "ほかのサインインを1件終了しました。",
    );
  });
});

describe("the language", () => {
  it.each([
    ["ja", "ja"],
    ["ja-JP", "ja"],
    ["en", "en"],
    ["en_US", "en"],
    ["fr", "ja"],
    ["", "ja"],
  ])("of %s is %s", (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});
