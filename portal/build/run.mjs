/*
 * What Maven runs: "build" makes the bundle, "test" runs the unit tests. Packages are installed and the bundle is made
 * only where something has changed since the last time.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const PORTAL = fileURLToPath(new URL("..", import.meta.url));
const INSTALLED = join(PORTAL, "node_modules/.sekisho-installed");
const BUILT = join(PORTAL, "target/bundle-of");
const MANIFEST = join(PORTAL, "target/classes/theme/sekisho/account/resources/.vite/manifest.json");

const ENROL_ENTRY = join(PORTAL, "target/classes/theme/sekisho/account/enrol-entry.ftl");

const PACKAGES = ["package.json", "package-lock.json"];
const SOURCES = [
  ...PACKAGES,
  "build",
  "mock",
  "src",
  "public",
  "tsconfig.json",
  "vite.config.ts",
  "vite.enrol.config.ts",
];

const task = process.argv[2];
if (task !== "build" && task !== "test") {
  throw new Error("Usage: node build/run.mjs build|test");
}
install();
if (task === "build") {
  build();
} else {
  npm("test", "--silent");
}

function install() {
  const wanted = fingerprint(PACKAGES);
  if (read(INSTALLED) !== wanted) {
    // No package of ours needs a script of its own to be installed, so none may run one.
    npm("ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error");
    writeFileSync(INSTALLED, wanted);
  }
}

function build() {
  const wanted = fingerprint(SOURCES);
  if (read(BUILT) !== wanted || !existsSync(MANIFEST) || !existsSync(ENROL_ENTRY)) {
    npm("run", "build", "--silent", "--", "--logLevel=warn");
    mkdirSync(join(PORTAL, "target"), { recursive: true });
    writeFileSync(BUILT, wanted);
  }
}

function npm(...words) {
  const windows = process.platform === "win32";
  const { status, error } = spawnSync(windows ? "npm.cmd" : "npm", words, {
    cwd: PORTAL,
    stdio: "inherit",
    env: { ...process.env, NO_COLOR: "1" },
    shell: windows,
  });
  if (error !== undefined || status !== 0) {
    console.error(`npm ${words.join(" ")} failed. ${error?.message ?? ""}`);
    process.exit(status || 1);
  }
}

/** One value for the contents of all files, and for the Node.js that they are built with. */
function fingerprint(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths.flatMap((each) => files(join(PORTAL, each)))) {
    hash.update(path.slice(PORTAL.length)).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path).sort().flatMap((name) => files(join(path, name)))
    : [path];
}

function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
