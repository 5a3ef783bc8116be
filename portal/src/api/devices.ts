import type { Http } from "./http";

export type Method = "BROWSER" | "REQUEST" | "SCRIPT" | "SERVER";
export type DeviceState = "ISSUED" | "ACTIVE" | "SUPERSEDED" | "REVOKED" | "EXPIRED";
export type RevocationReason = "LOST" | "REPLACED" | "NO_LONGER_USED";
export type Obstacle = "DEVICE_SESSION_NEEDED" | "FRESH_SIGN_IN_NEEDED" | "LIMIT_REACHED" | "NOT_AVAILABLE";
export type EnrolmentState =
  | "CREATED"
  | "CLAIMED"
  | "ISSUED"
  | "ACTIVATED"
  | "EXPIRED"
  | "CANCELLED";

/** A device with a certificate of its own. Times are in milliseconds since 1970 (UTC). */
export interface OwnDevice {
  readonly id: string;
  readonly name: string;
  readonly platform?: string | null;
  readonly method: Method;
  readonly hardwareBound: boolean;
  readonly state: DeviceState;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt?: number | null;
  readonly revokedAt?: number | null;
  readonly thisDevice: boolean;
  readonly renewable: boolean;
}

/** A link that has been made and leads to no certificate yet. */
export interface Invitation {
  readonly id: string;
  readonly deviceName: string;
  readonly state: "CREATED" | "CLAIMED";
  readonly expiresAt: number;
}

export interface Devices {
  readonly available: boolean;
  readonly limit: number;
  readonly devices: readonly OwnDevice[];
  readonly enrolment: { readonly allowed: boolean; readonly obstacle: Obstacle | null };
  readonly invitations: readonly Invitation[];
}

export interface NewEnrolment {
  readonly deviceName: string;
  readonly pairing: boolean;
  /** The device whose certificate is renewed. */
  readonly renews: string | null;
}

export interface Enrolment {
  readonly id: string;
  readonly url: string;
  /** The rows of the QR code, of 1 (dark) and 0, without the quiet zone. */
  readonly qr: readonly string[];
  readonly pairingCode: string | null;
  readonly expiresAt: number;
}

export interface Progress {
  readonly state: EnrolmentState;
  readonly platform?: string | null;
  readonly pairingTriesLeft?: number | null;
  readonly expiresAt: number;
  /** Only of a file that the server has made. */
  readonly passphrase?: string | null;
}

const BASE = "/sekisho-devices";

export class DevicesApi {
  constructor(private readonly http: Http) {}

  list(signal?: AbortSignal): Promise<Devices> {
    return this.http.json(BASE, signal ? { signal } : {});
  }

  async rename(id: string, name: string): Promise<void> {
    await this.http.json(this.device(id), { method: "PUT", body: { name } });
  }

  async revoke(id: string, reason: RevocationReason): Promise<void> {
    await this.http.json(`${this.device(id)}/revoke`, { method: "POST", body: { reason } });
  }

  enrol(wish: NewEnrolment): Promise<Enrolment> {
    return this.http.json(`${BASE}/enrolments`, { method: "POST", body: wish });
  }

  progress(id: string, signal?: AbortSignal): Promise<Progress> {
    return this.http.json(this.enrolment(id), signal ? { signal } : {});
  }

  async cancel(id: string): Promise<void> {
    await this.http.json(`${this.enrolment(id)}/cancel`, { method: "POST" });
  }

  private device(id: string): string {
    return `${BASE}/devices/${encodeURIComponent(id)}`;
  }

  private enrolment(id: string): string {
    return `${BASE}/enrolments/${encodeURIComponent(id)}`;
  }
}
