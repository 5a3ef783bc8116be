import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The licences that we have judged; another one fails the build until somebody has read it. */
const ACCEPTED = new Set(["Apache-2.0", "MIT", "0BSD", "ISC", "BSD-2-Clause", "BSD-3-Clause"]);

/** Writes the licence texts of every npm package that has come into the bundle. */
export function licences(file) {
  return {
    name: "sekisho-licences",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
      const folders = new Set(modules.map(packageFolder).filter(Boolean));
      const packages = [...folders].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
      const refused = packages.filter((each) => !ACCEPTED.has(each.licence));
      if (refused.length > 0) {
        this.error(`Licences not judged yet: ${refused.map((each) => each.title).join("; ")}`);
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, packages.map(section).join("\n"));
    },
  };
}

/** The folder of the package that a module belongs to; undefined where it is ours. */
export function packageFolder(id) {
  const path = id.replace(/^\0/, "").split("?")[0];
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  return {
    name,
    licence: license,
    title: `${name} ${version} (${license})`,
    text: text === undefined ? "" : readFileSync(join(folder, text), "utf8").trim(),
  };
}

function section({ title, text }) {
  const line = "=".repeat(title.length);
  return `${title}\n${line}\n\n${text || "The package has no licence text of its own."}\n`;
}
