import { randomBytes, randomUUID } from "node:crypto";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BASE = "/realms/demo/sekisho-devices";

/** The own devices of a user, and the links with which others are enrolled. */
export class MockDevices {
  constructor(scenario, now) {
    this.scenario = scenario;
    this.devices = scenario.includes("empty") ? [] : deviceList(now);
    if (scenario === "devices-left") {
      this.devices.forEach((device) => (device.renewable = false));
    }
    this.enrolments = new Map();
    this.invitations = scenario.includes("empty") || scenario === "devices-left"
      ? []
      : [{ id: "inv-1", deviceName: "事務所の共用タブレット", state: "CREATED", expiresAt: now + 18 * 60 * MINUTE }];
  }

  /** The answer to a request, or undefined where it is none of ours. */
  async answer(method, url, read) {
    if (!url.pathname.startsWith(BASE)) {
      return undefined;
    }
    const path = url.pathname.slice(BASE.length).replace(/^\//, "");
    if (method === "GET" && path === "") {
      return { body: this.list() };
    }
    if (method === "POST" && path === "enrolments") {
      return this.create(url.origin, await read());
    }
    const [kind, id, act] = path.split("/");
    return kind === "devices" ? this.change(method, id, act, await read()) : this.enrolment(method, id, act);
  }

  list() {
    const obstacle = OBSTACLES[this.scenario] ?? null;
    return {
      available: this.scenario !== "no-devices",
      limit: 5,
      devices: this.devices,
      enrolment: { allowed: obstacle === null, obstacle },
      invitations: this.invitations,
    };
  }

  change(method, id, act, body) {
    const device = this.devices.find((each) => each.id === id);
    if (device === undefined) {
      return problem(404, "device-unknown");
    }
    if (method === "PUT") {
      device.name = body.name;
    } else if (act === "revoke") {
      device.state = "REVOKED";
      device.revokedAt = Date.now();
    }
    return { status: 204 };
  }

  create(origin, { pairing }) {
    if (this.scenario === "devices-too-many") {
      return problem(429, "too-many-enrolments");
    }
    const id = randomUUID();
    const token = randomBytes(32).toString("base64url");
    const state = { state: "CREATED", platform: null, pairingTriesLeft: pairing ? 5 : null };
    this.enrolments.set(id, { ...state, ...LATER[this.scenario], expiresAt: Date.now() + 10 * MINUTE });
    return {
      status: 201,
      body: {
        id,
        url: `${origin}/realms/demo/sekisho-enrolment#${token}`,
        qr: qrRows(),
        pairingCode: pairing ? "482915" : null,
        expiresAt: Date.now() + 10 * MINUTE,
      },
    };
  }

  enrolment(method, id, act) {
    this.invitations = act === "cancel" ? this.invitations.filter((each) => each.id !== id) : this.invitations;
    const found = this.enrolments.get(id);
    if (found === undefined) {
      return act === "cancel" ? { status: 204 } : problem(404, "enrolment-unknown");
    }
    if (method === "POST" && act === "cancel") {
      found.state = "CANCELLED";
      return { status: 204 };
    }
    return { body: found };
  }
}

const OBSTACLES = {
  "devices-session": "DEVICE_SESSION_NEEDED",
  "devices-fresh": "FRESH_SIGN_IN_NEEDED",
  "devices-limit": "LIMIT_REACHED",
  "devices-left": "NOT_AVAILABLE",
};

/** How far the other device has come, by scenario. */
const LATER = {
  "devices-claimed": { state: "CLAIMED", platform: "Android 15 · Chrome" },
  "devices-server-made": { state: "ISSUED", platform: "Android 12 · Chrome", passphrase: "7KQ4M-XR2NB-9TFWH-C3P8E" },
  "devices-activated": { state: "ACTIVATED", platform: "iPhone 18 · Safari" },
  "devices-expired": { state: "EXPIRED", platform: null },
};

function deviceList(now) {
  const device = (id, name, platform, more) => ({
    id,
    name,
    platform,
    method: "BROWSER",
    hardwareBound: false,
    state: "ACTIVE",
    issuedAt: now - 100 * DAY,
    expiresAt: now + 297 * DAY,
    lastUsedAt: now - 2 * DAY,
    revokedAt: null,
    thisDevice: false,
    renewable: false,
    ...more,
  });
  return [
    device("d-2", "営業用iPhone", "iPhone 18 · Safari", { issuedAt: now - 376 * DAY, expiresAt: now + 21 * DAY }),
    device("d-1", "青木のノートPC", "Windows 11 · Edge", {
      method: "SCRIPT",
      hardwareBound: true,
      thisDevice: true,
      lastUsedAt: now - 6 * MINUTE,
      issuedAt: now - 370 * DAY,
      expiresAt: now + 27 * DAY,
      renewable: true,
    }),
    device("d-3", "新しいタブレット", "Android 15 · Chrome", { state: "ISSUED", issuedAt: now - 2 * 60 * MINUTE, lastUsedAt: null }),
    device("d-4", "会社のMac", "macOS · Safari", { state: "SUPERSEDED", method: "REQUEST", expiresAt: now + 4 * DAY }),
    device("d-5", "前の携帯電話", null, { state: "REVOKED", method: "SERVER", revokedAt: now - 9 * DAY }),
    device("d-6", "古いパソコン", "Windows 10 · Chrome", { state: "EXPIRED", expiresAt: now - 40 * DAY, lastUsedAt: now - 41 * DAY }),
  ];
}

function problem(status, type, more = {}) {
  return {
    status,
    type: "application/problem+json",
    body: { type: `urn:sekisho:problem:${type}`, title: type, status, ...more },
  };
}

/** Looks like a QR code and is none: finder patterns and a fixed noise. */
function qrRows(size = 41) {
  const finder = (x, y) => {
    const [dx, dy] = [Math.min(x, size - 1 - x), Math.min(y, size - 1 - y)];
    if (dx > 7 || dy > 7 || (x > 7 && y > 7)) {
      return undefined;
    }
    const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
    return ring === 3 || ring <= 1;
  };
  let noise = 7;
  return Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_cell, x) => {
      noise = (noise * 1103515245 + 12345) % 2147483648;
      return (finder(x, y) ?? noise % 100 < 48) ? "1" : "0";
    }).join(""),
  );
}
