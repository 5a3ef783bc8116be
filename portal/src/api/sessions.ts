import type { Http } from "./http";

/** As Keycloak's account interface describes a session. Times are in seconds since 1970 (UTC). */
interface SessionOfKeycloak {
  readonly id: string;
  readonly ipAddress?: string;
  readonly started?: number;
  readonly lastAccess?: number;
  readonly browser?: string;
  readonly current?: boolean;
}

interface DeviceOfKeycloak {
  readonly os?: string;
  readonly osVersion?: string;
  readonly mobile?: boolean;
  readonly sessions?: readonly SessionOfKeycloak[];
}

/** A sign-in that is still open. Times are in milliseconds since 1970 (UTC). */
export interface OpenSession {
  readonly id: string;
  readonly current: boolean;
  readonly mobile: boolean;
  readonly browser: string;
  readonly browserVersion: string;
  readonly os: string;
  readonly osVersion: string;
  readonly address: string;
  readonly startedAt: number;
  readonly usedAt: number;
}

/** One list of all sessions: this one first, then the one that was used last. */
export function sessionsOf(devices: readonly DeviceOfKeycloak[]): readonly OpenSession[] {
  return devices
    .flatMap((device) => (device.sessions ?? []).map((session) => openSession(device, session)))
    .sort((a, b) => Number(b.current) - Number(a.current) || b.usedAt - a.usedAt);
}

function openSession(device: DeviceOfKeycloak, session: SessionOfKeycloak): OpenSession {
  const [browser, browserVersion] = (session.browser ?? "").split("/");
  return {
    id: session.id,
    current: session.current ?? false,
    mobile: device.mobile ?? false,
    browser: known(browser),
    browserVersion: known(browserVersion),
    os: known(device.os),
    osVersion: known(device.osVersion),
    address: known(session.ipAddress),
    startedAt: (session.started ?? 0) * 1000,
    usedAt: (session.lastAccess ?? 0) * 1000,
  };
}

/** Keycloak writes words of its own for what it does not know. */
function known(text: string | undefined): string {
  return text === undefined || /^(unknown|other)$/i.test(text) ? "" : text;
}

const BASE = "/account/sessions";

export class SessionsApi {
  constructor(private readonly http: Http) {}

  async list(signal?: AbortSignal): Promise<readonly OpenSession[]> {
    const path = `${BASE}/devices`;
    return sessionsOf(await this.http.json<DeviceOfKeycloak[]>(path, signal ? { signal } : {}));
  }

  async end(id: string): Promise<void> {
    await this.http.json(`${BASE}/${encodeURIComponent(id)}`, { method: "DELETE" });
  }

  async endOthers(): Promise<void> {
    await this.http.json(BASE, { method: "DELETE" });
  }
}
