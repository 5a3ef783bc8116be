import type { Http } from "./http";

/** A certificate that answers are signed with. Times are in milliseconds since 1970 (UTC). */
export interface SigningKey {
  readonly state: "ACTIVE" | "PASSIVE";
  readonly keyId: string;
  readonly subject: string;
  readonly notBefore: number;
  readonly expires: number;
  readonly sha1: string;
  readonly sha256: string;
  readonly base64: string;
  readonly pem: string;
}

export interface FederatedDomain {
  readonly domain: string;
  readonly issuer: string;
  readonly signIn: string;
  readonly signOut: string;
}

/** What the other sides of federations ask for. */
export interface FederationInformation {
  readonly saml: {
    readonly entityId: string;
    readonly singleSignOn: string;
    readonly singleLogout: string;
    readonly metadata: string;
  };
  readonly openIdConnect: {
    readonly issuer: string;
    readonly discovery: string;
    readonly authorization: string;
    readonly token: string;
    readonly userInfo: string;
    readonly jwks: string;
    readonly endSession: string;
  };
  readonly certificates: readonly SigningKey[];
  readonly domains: readonly FederatedDomain[];
}

const BASE = "/sekisho-federation";

export class FederationApi {
  constructor(private readonly http: Http) {}

  /** Whether there is a page for the user: for ID administrators only. */
  async isAvailable(signal?: AbortSignal): Promise<boolean> {
    const answer = await this.http.json<{ readonly available: boolean }>(BASE, signal ? { signal } : {});
    return answer.available;
  }

  information(signal?: AbortSignal): Promise<FederationInformation> {
    return this.http.json(`${BASE}/information`, signal ? { signal } : {});
  }
}
