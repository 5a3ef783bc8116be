import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

it("has the colours and fonts of the sign-in pages", () => {
  const signIn = read("../../../themes/src/main/resources/theme/sekisho/login/resources/css/sekisho.css");
  const tokens = read("./tokens.css").replace(/^\/\*[\s\S]*?\*\/\s*/, "").trim();
  expect(tokens).not.toBe("");
  expect(signIn).toContain(tokens);
});
