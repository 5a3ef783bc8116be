/** In milliseconds: nothing waits longer for an answer. */
const LONGEST_WAIT = 15_000;

const TYPE_PREFIX = /^urn:sekisho:problem:/;

export type Method = "BROWSER" | "REQUEST";
export type EnrolmentState = "CLAIMED" | "ISSUED" | "ACTIVATED" | "CANCELLED" | "EXPIRED";

/** What the token was exchanged for. Times are in milliseconds since 1970 (UTC). */
export interface Claim {
  /** The secret of this page, which stands for the token from now on. */
  readonly claim: string;
  readonly tenant: string;
  readonly user: string;
  readonly deviceName: string;
  readonly expiresAt: number;
  readonly renewal: boolean;
  /** The tenant allows files that the server makes, for old Android devices. */
  readonly serverMade: boolean;
}

export interface Issued {
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly friendlyName: string;
  readonly checkUrl: string;
}

export interface ServerMade {
  readonly pkcs12: string;
  readonly friendlyName: string;
  readonly checkUrl: string;
}

export interface Status {
  readonly state: EnrolmentState;
  /** Another host at each call: browsers remember for a host that no certificate was chosen. */
  readonly checkUrl?: string | null;
}

/** A refusal (RFC 9457) or a failure on the way, by a name that has words in the texts. */
export class Problem extends Error {
  constructor(
    readonly type: string,
    readonly more: { readonly triesLeft?: number; readonly reason?: string } = {},
  ) {
    super(type);
  }
}

/** The interface of the enrolment page: no sign-in, the token and then the claim are the right. */
export class EnrolmentApi {
  constructor(
    private readonly base: string,
    private readonly longestWait = LONGEST_WAIT,
  ) {}

  claim(token: string, pairingCode?: string): Promise<Claim> {
    return this.post("claim", { token, pairingCode });
  }

  certificate(claim: string, request: string, method: Method, platform: string): Promise<Issued> {
    return this.post("certificate", { claim, request, method, platform });
  }

  pkcs12(claim: string, platform: string): Promise<ServerMade> {
    return this.post("pkcs12", { claim, platform });
  }

  status(claim: string): Promise<Status> {
    return this.post("status", { claim });
  }

  private async post<T>(path: string, body: Readonly<Record<string, unknown>>): Promise<T> {
    const response = await this.send(path, body);
    if (!response.ok) {
      throw problemOf(response.status, await response.json().catch(() => null));
    }
    return (await response.json()) as T;
  }

  private async send(path: string, body: Readonly<Record<string, unknown>>): Promise<Response> {
    try {
      return await fetch(`${this.base}/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(this.longestWait),
      });
    } catch (failed) {
      const late = failed instanceof DOMException && failed.name === "TimeoutError";
      throw new Problem(late ? "time-out" : "offline");
    }
  }
}

function problemOf(status: number, body: unknown): Problem {
  const { type, triesLeft, reason } = (body ?? {}) as Record<string, unknown>;
  const name = typeof type === "string" ? type.replace(TYPE_PREFIX, "") : "";
  return new Problem(name !== "" && name !== "about:blank" ? name : `HTTP ${status}`, {
    ...(typeof triesLeft === "number" ? { triesLeft } : {}),
    ...(typeof reason === "string" ? { reason } : {}),
  });
}

/** Whatever was thrown, as a problem: a fault of the browser's cryptography is one, too. */
export function asProblem(failed: unknown): Problem {
  return failed instanceof Problem ? failed : new Problem("page-failed");
}
