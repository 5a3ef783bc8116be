import { SessionEndedError } from "../session/session";

/** What can go wrong with a request, by what the reader can do about it. */
export type TroubleKind =
  | "offline"
  | "time-out"
  | "session-ended"
  | "access-refused"
  | "not-allowed"
  | "not-found"
  | "too-many"
  | "request"
  | "server";

export interface Trouble {
  readonly kind: TroubleKind;
  /** Of a refusal: what the ID administrator looks up. */
  readonly reference?: string;
  /** The end of the problem's type (RFC 9457), or the HTTP status: for whoever is asked for help. */
  readonly code?: string;
}

/** True for what concerns the whole portal and not only the request. */
export function closes(trouble: Trouble): boolean {
  return trouble.kind === "session-ended" || trouble.kind === "access-refused";
}

export class TroubleError extends Error {
  constructor(readonly trouble: Trouble) {
    super(`${trouble.kind} ${trouble.code ?? ""}`.trim());
  }
}

/** The members of a problem (RFC 9457) that matter here. */
interface Problem {
  readonly type?: unknown;
  readonly reference?: unknown;
}

const TYPE_PREFIX = /^urn:sekisho:problem:/;

/** Judges an answer that is no success. */
export function troubleOf(status: number, problem: Problem | null): Trouble {
  const type = typeof problem?.type === "string" ? problem.type.replace(TYPE_PREFIX, "") : "";
  const code = type !== "" && type !== "about:blank" ? type : `HTTP ${status}`;
  if (type === "access-refused") {
    return typeof problem?.reference === "string"
      ? { kind: "access-refused", reference: problem.reference }
      : { kind: "access-refused" };
  }
  return { kind: kindOf(status), code };
}

function kindOf(status: number): TroubleKind {
  switch (status) {
    case 401:
      return "session-ended";
    case 403:
      return "not-allowed";
    case 404:
    case 410:
      return "not-found";
    case 408:
    case 504:
      return "time-out";
    case 429:
      return "too-many";
    default:
      return status >= 500 ? "server" : "request";
  }
}

/** Judges whatever was thrown on the way to an answer. */
export function troubleOfError(error: unknown): Trouble {
  if (error instanceof TroubleError) {
    return error.trouble;
  }
  if (error instanceof SessionEndedError) {
    return { kind: "session-ended" };
  }
  // fetch throws a TypeError where no answer came at all, and keycloak-js passes it on.
  return { kind: "offline" };
}
