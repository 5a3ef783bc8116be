import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const SIGN_IN = "../../../themes/src/main/resources/theme/sekisho/login/resources/";
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

it("has the colours and fonts of the sign-in pages", () => {
  const tokens = read("./tokens.css").replace(/^\/\*[\s\S]*?\*\/\s*/, "").trim();
  expect(tokens).not.toBe("");
  expect(read(`${SIGN_IN}css/sekisho.css`)).toContain(tokens);
});

it.each(["favicon.svg", "sekisho-logo.svg"])("has the %s of the sign-in pages", (picture) => {
  expect(read(`../../public/${picture}`)).toBe(read(`${SIGN_IN}img/${picture}`));
});
