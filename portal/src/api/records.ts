import type { Http } from "./http";

export type RecordKind =
  | "SIGN_IN"
  | "APPLICATION_ENTRY"
  | "FAILED_ATTEMPT"
  | "REFUSAL"
  | "WARNING"
  | "SIGN_OFF"
  | "TIME_OUT"
  | "ADMINISTRATIVE_END";

export interface Device {
  readonly browser?: string | null;
  readonly browserVersion?: string | null;
  readonly os?: string | null;
  readonly osVersion?: string | null;
  readonly mobile?: boolean | null;
}

/** One line of the sign-in history. Members that do not apply are left out. */
export interface HistoryRecord {
  readonly id: string;
  /** Milliseconds since 1970 (UTC). */
  readonly at: number;
  readonly kind: RecordKind;
  readonly address?: string | null;
  readonly device?: Device | null;
  readonly application?: string | null;
  readonly applicationName?: string | null;
  readonly factors?: readonly string[] | null;
  readonly failedFactor?: string | null;
  readonly reason?: string | null;
  readonly reference?: string | null;
  readonly thisSession?: boolean | null;
}

export interface RecordPage {
  readonly records: readonly HistoryRecord[];
  /** Where the next older page begins; null where there is none. */
  readonly next: string | null;
}

/** Information for you: what happened to the account lately. */
export interface Information {
  readonly current: HistoryRecord | null;
  readonly lastSignIn: HistoryRecord | null;
  readonly lastFailure: HistoryRecord | null;
  readonly confirmedAt: number | null;
}

export interface Report {
  readonly sessionsEnded: number;
  readonly told: "id-administrators" | "operator";
  readonly passwordChange: boolean;
}

/** What to show; both ends of the period are in milliseconds since 1970, the end is exclusive. */
export interface RecordQuery {
  readonly kinds: readonly RecordKind[];
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const BASE = "/sekisho-login-history";

export function queryString(query: RecordQuery, more: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams();
  if (query.kinds.length > 0) {
    parameters.set("kind", query.kinds.join(","));
  }
  if (query.from !== undefined) {
    parameters.set("from", String(query.from));
  }
  if (query.to !== undefined) {
    parameters.set("to", String(query.to));
  }
  for (const [name, value] of Object.entries(more)) {
    parameters.set(name, value);
  }
  return parameters.toString();
}

export class RecordsApi {
  constructor(private readonly http: Http) {}

  async page(
    query: RecordQuery,
    before: string | null,
    max: number,
    signal?: AbortSignal,
  ): Promise<RecordPage> {
    const more = before === null ? { max: String(max) } : { max: String(max), before };
    const path = `${BASE}/records?${queryString(query, more)}`;
    const page = await this.http.json<Partial<RecordPage>>(path, signal ? { signal } : {});
    // The interface leaves out what does not apply.
    return { records: page.records ?? [], next: page.next ?? null };
  }

  csv(query: RecordQuery, zone: string, language: string): Promise<Blob> {
    const path = `${BASE}/records.csv?${queryString(query, { zone, lang: language })}`;
    return this.http.blob(path, "text/csv");
  }

  information(signal?: AbortSignal): Promise<Information> {
    return this.http.json(`${BASE}/information`, signal ? { signal } : {});
  }

  confirm(): Promise<{ readonly confirmedAt: number }> {
    return this.http.json(`${BASE}/confirmations`, { method: "POST" });
  }

  report(): Promise<Report> {
    return this.http.json(`${BASE}/reports`, { method: "POST" });
  }
}
