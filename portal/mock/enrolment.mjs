import { makeAuthority } from "./authority.mjs";

const HOUR = 3_600_000;
const BASE = "/realms/demo/sekisho-enrolment";

/** The other side of the enrolment page. The certificates that it issues are real ones of an authority of its own. */
export class MockEnrolment {
  constructor(scenario, now) {
    this.scenario = scenario;
    this.expiresAt = now + HOUR / 6;
    this.state = "CREATED";
    this.visits = 0;
    this.tries = 5;
  }

  async answer(method, url, read) {
    const path = url.pathname.slice(BASE.length + 1);
    if (method !== "POST" || !url.pathname.startsWith(`${BASE}/`)) {
      return undefined;
    }
    const body = await read();
    switch (path) {
      case "claim":
        return this.claim(body);
      case "certificate":
        return this.certificate(url.origin, body);
      case "pkcs12":
        return this.pkcs12(url.origin);
      case "status":
        return { body: this.status(url.origin) };
      default:
        return undefined;
    }
  }

  claim({ pairingCode }) {
    if (this.scenario === "enrol-unknown") {
      return problem(404, "enrolment-unknown");
    }
    if (this.scenario === "enrol-busy") {
      return problem(429, "too-many-requests");
    }
    if (this.scenario === "enrol-pairing") {
      if (pairingCode === undefined) {
        return problem(403, "pairing-code-needed");
      }
      if (pairingCode !== "482915") {
        return problem(403, "pairing-code-wrong", { triesLeft: --this.tries });
      }
    }
    this.state = "CLAIMED";
    return {
      body: {
        claim: "c".repeat(43),
        tenant: "山田保険事務所",
        user: "taro@12345678.insurance-agt.ne.jp",
        deviceName: "青木のノートPC",
        expiresAt: this.expiresAt,
        renewal: this.scenario === "enrol-renewal",
        serverMade: this.scenario === "enrol-server-made",
      },
    };
  }

  async certificate(origin, { request }) {
    if (this.scenario === "enrol-refused") {
      return problem(400, "certificate-request-refused", { reason: "KEY_KNOWN" });
    }
    const authority = (this.authority ??= await makeAuthority());
    try {
      const certificate = await authority.sign(request, FRIENDLY_NAME);
      this.state = "ISSUED";
      const chain = [authority.certificate];
      return { body: { deviceId: "d-9", certificate, chain, friendlyName: FRIENDLY_NAME, checkUrl: this.checkUrl(origin) } };
    } catch {
      return problem(400, "certificate-request-refused", { reason: "MALFORMED" });
    }
  }

  /** No file that any system would import; it is only saved here. */
  pkcs12(origin) {
    this.state = "ISSUED";
    const pkcs12 = Buffer.from("made by the mock server").toString("base64");
    return { body: { deviceId: "d-9", pkcs12, friendlyName: FRIENDLY_NAME, checkUrl: this.checkUrl(origin) } };
  }

  status(origin) {
    const state = this.scenario === "enrol-activated" && this.state === "ISSUED" ? "ACTIVATED" : this.state;
    return { state, checkUrl: this.checkUrl(origin) };
  }

  checkUrl(origin) {
    return this.state === "ISSUED" ? `${origin}${BASE}/checked?outcome=ACTIVE&s=${++this.visits}` : null;
  }
}

const FRIENDLY_NAME = "山田保険事務所 青木のノートPC";

function problem(status, type, more = {}) {
  return {
    status,
    type: "application/problem+json",
    body: { type: `urn:sekisho:problem:${type}`, title: type, status, ...more },
  };
}
