import { APPLICATIONS, devices, history, security, USER } from "./data.mjs";
import { federationInformation } from "./federation.mjs";
import { MockDevices } from "./devices.mjs";
import { MockEnrolment } from "./enrolment.mjs";

const REALM = "/realms/demo";
const HISTORY = `${REALM}/sekisho-login-history`;
const PORTAL = `${REALM}/sekisho/portal`;
const FEDERATION = `${REALM}/sekisho-federation`;
const SESSIONS = `${REALM}/account/sessions`;

/**
 * Stands in for the server while the portal is developed; never shipped. It signs everybody in, and keeps what is
 * changed until it ends. {@code scenario} makes it misbehave: see {@link trouble}.
 */
export class MockServer {
  constructor() {
    this.codes = new Map();
    this.reset();
  }

  reset(scenario = "") {
    this.now = Date.now();
    this.records = history(this.now);
    this.devices = devices(this.now);
    this.confirmedAt = null;
    this.scenario = scenario;
    this.ownDevices = new MockDevices(scenario, this.now);
    this.enrolment = new MockEnrolment(scenario, this.now);
  }

  /** True where the request was one of the server's and has been answered. */
  async answer(request, response) {
    const url = new URL(request.url, "http://localhost");
    if (url.pathname.startsWith(`${REALM}/protocol/openid-connect/`)) {
      await this.signIn(url, request, response);
      return true;
    }
    url.host = request.headers.host ?? url.host;
    const body = async () => JSON.parse((await read(request)) || "{}");
    const open = await this.enrolment.answer(request.method, url, body);
    if (open !== undefined) {
      send(response, open);
      return true;
    }
    if (request.headers.authorization === undefined) {
      return false;
    }
    const answer =
      this.trouble(url) ??
      (await this.ownDevices.answer(request.method, url, body)) ??
      this.api(request.method, url);
    if (answer === undefined) {
      return false;
    }
    if (answer !== "never") {
      send(response, answer);
    }
    return true;
  }

  /** What goes wrong in a scenario; undefined where nothing does. */
  trouble(url) {
    const problem = (status, type, more = {}) => ({
      status,
      type: "application/problem+json",
      body: { type: `urn:sekisho:problem:${type}`, title: type, status, ...more },
    });
    switch (this.scenario) {
      case "ended":
        return { status: 401, body: {} };
      case "refused":
        return problem(403, "access-refused", { reference: "7K2M9QXW4T" });
      case "broken":
        return problem(503, "store-unavailable");
      case "silent":
        return url.pathname.startsWith(HISTORY) ? "never" : undefined;
      default:
        return undefined;
    }
  }

  api(method, url) {
    const path = url.pathname;
    const empty = this.scenario === "empty";
    switch (`${method} ${path}`) {
      case `GET ${HISTORY}/records`:
        return { body: this.page(url.searchParams) };
      case `GET ${HISTORY}/records.csv`:
        return { type: "text/csv", text: "\uFEFF日時,できごと\r\n2026-11-26,サインイン\r\n" };
      case `GET ${HISTORY}/information`:
        return { body: this.information(empty) };
      case `POST ${HISTORY}/confirmations`:
        this.confirmedAt ??= Date.now();
        return { body: { confirmedAt: this.confirmedAt } };
      case `POST ${HISTORY}/reports`:
        return { body: { sessionsEnded: 2, told: "id-administrators", passwordChange: true } };
      case `GET ${PORTAL}/applications`:
        return { body: empty ? [] : APPLICATIONS };
      case `GET ${PORTAL}/security`:
        return { body: empty ? NOTHING_SET_UP : security(this.now) };
      case `GET ${PORTAL}/profile`:
        return { body: empty ? { userId: USER.userId } : USER };
      case `PUT ${PORTAL}/profile/locale`:
        return { status: 204 };
      case `GET ${FEDERATION}`:
        return { body: { available: this.scenario.startsWith("administrator") } };
      case `GET ${FEDERATION}/information`:
        return { body: federationInformation(url.origin, this.now, this.scenario === "administrator-rollover") };
      case `GET ${SESSIONS}/devices`:
        return { body: this.devices };
      case `DELETE ${SESSIONS}`:
        this.keepSessions((session) => session.current);
        return { status: 204 };
      default:
        return this.endSession(method, path);
    }
  }

  endSession(method, path) {
    if (method !== "DELETE" || !path.startsWith(`${SESSIONS}/`)) {
      return undefined;
    }
    this.keepSessions((session) => session.id !== path.slice(SESSIONS.length + 1));
    return { status: 204 };
  }

  keepSessions(keep) {
    this.devices = this.devices.map((device) => ({ ...device, sessions: device.sessions.filter(keep) }));
  }

  information(empty) {
    const [current, lastFailure] = this.records;
    const lastSignIn = this.records.slice(1).find((record) => record.kind === "SIGN_IN");
    return empty
      ? { current, lastSignIn: null, lastFailure: null, confirmedAt: null }
      : { current, lastSignIn, lastFailure, confirmedAt: this.confirmedAt };
  }

  page(query) {
    const kinds = query.get("kind")?.split(",");
    const [from, to] = [Number(query.get("from") ?? 0), Number(query.get("to") ?? Infinity)];
    const before = query.get("before");
    const max = Number(query.get("max") ?? 25);
    const found = this.records.filter(
      (record) =>
        (kinds === undefined || kinds.includes(record.kind)) &&
        record.at >= from &&
        record.at < to &&
        (before === null || record.id < before),
    );
    const records = found.slice(0, max);
    return { records, next: found.length > max ? records[max - 1].id : null };
  }

  /** Says yes to everything, by the letters of OpenID Connect. */
  async signIn(url, request, response) {
    const query = url.searchParams;
    if (url.pathname.endsWith("/auth")) {
      const code = String(this.codes.size);
      this.codes.set(code, query.get("nonce"));
      const answer = new URLSearchParams({ state: query.get("state"), code });
      if (query.has("kc_action")) {
        answer.set("kc_action", query.get("kc_action"));
        answer.set("kc_action_status", "success");
      }
      redirect(response, `${query.get("redirect_uri")}#${answer}`);
    } else if (url.pathname.endsWith("/token")) {
      const form = new URLSearchParams(await read(request));
      send(response, { body: tokens(this.codes.get(form.get("code"))) });
    } else {
      redirect(response, query.get("post_logout_redirect_uri"));
    }
  }
}

const NOTHING_SET_UP = {
  password: { changedAt: null, expiresAt: null },
  phone: null,
  totp: [],
  passkeys: [],
  recoveryCodes: null,
};

function tokens(nonce) {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iat: seconds,
    exp: seconds + 300,
    nonce,
    sub: "1",
    preferred_username: USER.userId,
    given_name: USER.firstName,
    family_name: USER.lastName,
  };
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "none" })}.${part(claims)}.`;
  return { access_token: token, refresh_token: token, id_token: token, token_type: "Bearer", expires_in: 300 };
}

function send(response, { status = 200, type = "application/json", body, text }) {
  response.writeHead(status, { "Content-Type": `${type};charset=utf-8` });
  response.end(text ?? (body === undefined ? undefined : JSON.stringify(body)));
}

function redirect(response, location) {
  response.writeHead(302, { Location: location });
  response.end();
}

async function read(request) {
  let text = "";
  for await (const part of request) {
    text += part;
  }
  return text;
}
