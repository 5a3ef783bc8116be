/*
 * Relying parties that others wrote, each with the few pages it needs. What to speak with whom comes as JSON on the
 * standard input; then "ready" is said. Everything is on the loopback interface and kept in memory.
 */
import { createServer } from "node:http";
import { nodeSaml } from "./nodeSaml.mjs";
import { samlifyParty } from "./samlify.mjs";
import { openidClient } from "./openidClient.mjs";

const settings = JSON.parse(await text(process.stdin));
const parties = {
  "node-saml": settings.nodeSaml && nodeSaml(settings.nodeSaml),
  samlify: settings.samlify && samlifyParty(settings.samlify),
  "openid-client": settings.openidClient && (await openidClient(settings.openidClient)),
};

const server = createServer((request, response) => {
  answer(request).then(
    (reply) => send(response, reply),
    (error) => send(response, { status: 403, json: { error: String(error), cause: String(error?.cause ?? "") } }),
  );
});
// A connection that is closed after some seconds is closed just as a slow client sends the next request on it.
server.keepAliveTimeout = 0;
server.listen(settings.port, "localhost", () => console.log("ready"));

// Tests that are killed cannot end what they have started.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(), 2000).unref();

async function answer(request) {
  const url = new URL(request.url, `http://localhost:${settings.port}`);
  const [, name, page] = url.pathname.split("/");
  const action = parties[name]?.[page];
  if (action === undefined) {
    return { status: 404, json: { error: "no such page" } };
  }
  const form = request.method === "POST" ? Object.fromEntries(new URLSearchParams(await text(request))) : {};
  return action({ url, form, query: Object.fromEntries(url.searchParams), method: request.method });
}

async function text(stream) {
  let all = "";
  for await (const part of stream) {
    all += part;
  }
  return all;
}

function send(response, { status = 200, location, html, json }) {
  if (location !== undefined) {
    response.writeHead(302, { Location: location }).end();
  } else if (html !== undefined) {
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" }).end(html);
  } else {
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(json));
  }
}
