import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

const PAGES = [
  ["index.ftl", "./environment.ts"],
  ["enrol.ftl", "./enrol/environment.ts"],
] as const;

it.each(PAGES)("%s has no inline code: the realm's Content-Security-Policy forbids it", (name) => {
  const page = read(`../theme/theme/sekisho/account/${name}`).replace(/<#--[\s\S]*?-->/g, "");
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(page).not.toMatch(/<style/);
  expect(page).not.toMatch(/\sstyle\s*=/);
  expect(page).not.toMatch(/\son[a-z]+\s*=/);
  expect(page).not.toMatch(/importmap/);
  expect(page).not.toMatch(/https?:\/\//);
});

it.each(PAGES)("%s names every fact that the script reads", (name, environment) => {
  const page = read(`../theme/theme/sekisho/account/${name}`);
  const script = read(environment);
  for (const [, name] of script.matchAll(/value\("(\w+)"\)/g)) {
    const attribute = (name ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(page).toContain(`data-${attribute}="`);
  }
});

it("names no registry in the lock file, so that everybody installs from his own", () => {
  expect(read("../package-lock.json")).not.toContain('"resolved"');
});
