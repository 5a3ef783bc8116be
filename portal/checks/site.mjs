import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { enrolPage, page } from "../mock/page.mjs";
import { MockServer } from "../mock/server.mjs";

const BUILT = fileURLToPath(new URL("../target/classes/theme/sekisho/account/resources", import.meta.url));
const TEMPLATE = fileURLToPath(
  new URL("../../realm-config/src/main/resources/org/sekisho/realmconfig/realm-template.json", import.meta.url),
);
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".ps1": "application/octet-stream" };
const RESOURCES = "/resources/dev00/account/sekisho";

/** The built portal with the mock server behind it, under the headers that a tenant's realm sends. */
export async function serve() {
  const mock = new MockServer();
  const policy = JSON.parse(readFileSync(TEMPLATE, "utf8")).browserSecurityHeaders.contentSecurityPolicy;
  const [entry] = Object.values(JSON.parse(readFileSync(join(BUILT, ".vite/manifest.json"), "utf8")));
  const entries = readFileSync(join(BUILT, "../enrol-entry.ftl"), "utf8");
  const [enrolScript, enrolStyles] = [...entries.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    if (await mock.answer(request, response)) {
      return;
    }
    if (url.pathname.startsWith(`${RESOURCES}/`)) {
      await file(response, url.pathname.slice(RESOURCES.length));
      return;
    }
    response.writeHead(200, {
      "Content-Type": "text/html;charset=utf-8",
      "Content-Security-Policy": policy,
      "Referrer-Policy": "no-referrer",
    });
    const locale = mock.locale ?? "ja";
    const given = { origin: url.origin, locale, resourceUrl: RESOURCES };
    if (url.pathname.startsWith("/realms/demo/sekisho-enrolment")) {
      const outcome = url.searchParams.get("outcome") ?? "";
      const accepts = mock.scenario === "enrol-hardware" ? "hardware" : "";
      response.end(enrolPage({ ...given, script: enrolScript, styles: enrolStyles, outcome, accepts }));
      return;
    }
    response.end(page({ ...given, script: entry.file, styles: entry.css }));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    mock,
    url: `http://localhost:${server.address().port}/realms/demo/account/`,
    enrolUrl: `http://localhost:${server.address().port}/realms/demo/sekisho-enrolment`,
    close: () => server.close(),
  };
}

async function file(response, path) {
  try {
    const body = await readFile(join(BUILT, normalize(path)));
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}
