import { TroubleError, troubleOf, troubleOfError } from "./trouble";

/** In milliseconds: nothing waits longer for an answer. */
const LONGEST_WAIT = 15_000;

export type Method = "GET" | "PUT" | "POST" | "DELETE";

export interface Call {
  readonly method?: Method;
  readonly body?: unknown;
  /** Given up by the caller, for instance because the page was left. */
  readonly signal?: AbortSignal;
  readonly accept?: string;
}

/** Requests to the tenant's interfaces with a token; every failure is a {@link TroubleError}. */
export class Http {
  constructor(
    private readonly tenantUrl: string,
    private readonly token: () => Promise<string>,
    private readonly longestWait = LONGEST_WAIT,
  ) {}

  async json<T>(path: string, call: Call = {}): Promise<T> {
    const answer = await this.send(path, call, (response) =>
      response.status === 204 ? Promise.resolve("") : response.text(),
    );
    return (answer === "" ? undefined : JSON.parse(answer)) as T;
  }

  async blob(path: string, accept: string): Promise<Blob> {
    return this.send(path, { accept }, (response) => response.blob());
  }

  private async send<T>(
    path: string,
    call: Call,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const stop = new AbortController();
    const giveUp = (): void => stop.abort();
    call.signal?.addEventListener("abort", giveUp);
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      stop.abort();
    }, this.longestWait);
    try {
      const response = await this.request(path, call, stop.signal);
      if (!response.ok) {
        throw new TroubleError(troubleOf(response.status, await problemOf(response)));
      }
      return await read(response);
    } catch (failed) {
      throw new TroubleError(late ? { kind: "time-out" } : troubleOfError(failed));
    } finally {
      clearTimeout(clock);
      call.signal?.removeEventListener("abort", giveUp);
    }
  }

  private async request(path: string, call: Call, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = {
      Authorization: `Bearer ${await unlessAborted(this.token(), signal)}`,
      Accept: call.accept ?? "application/json",
    };
    if (call.body !== undefined) {
      headers["Content-Type"] = "application/json";
    }
    return fetch(this.tenantUrl + path, {
      method: call.method ?? "GET",
      headers,
      signal,
      cache: "no-store",
      credentials: "omit",
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
  }
}

async function problemOf(response: Response): Promise<Record<string, unknown> | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** keycloak-js refreshes tokens without a limit of time. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    promise.then(resolve, reject);
  });
}
