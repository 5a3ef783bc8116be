import type { RecordKind, RecordQuery } from "../../api/records";
import { startOfDay } from "../../format/time";

/** Kinds of records as people tell them apart. */
export const SHOWN_KINDS = {
  all: [],
  signIns: ["SIGN_IN"],
  applications: ["APPLICATION_ENTRY"],
  failures: ["FAILED_ATTEMPT", "REFUSAL", "WARNING"],
  ends: ["SIGN_OFF", "TIME_OUT", "ADMINISTRATIVE_END"],
} as const satisfies Readonly<Record<string, readonly RecordKind[]>>;

export type ShownKinds = keyof typeof SHOWN_KINDS;

export const PERIODS = ["7", "30", "90", "all", "custom"] as const;
export type Period = (typeof PERIODS)[number];

/** What the user has chosen; the days are as a date field gives them, or empty. */
export interface Filter {
  readonly kinds: ShownKinds;
  readonly period: Period;
  readonly from: string;
  readonly to: string;
}

export const FIRST_FILTER: Filter = { kinds: "all", period: "30", from: "", to: "" };

export type FilterFault = "order" | "dates";

/** What is wrong with a filter; null where nothing is. */
export function faultOf(filter: Filter): FilterFault | null {
  if (filter.period !== "custom") {
    return null;
  }
  const from = dayOf(filter.from);
  const to = dayOf(filter.to);
  if (from === null && to === null) {
    return "dates";
  }
  return from !== null && to !== null && to < from ? "order" : null;
}

/** The filter as the interface wants it: whole days of the reader's zone, the end exclusive. */
export function queryOf(filter: Filter, now: number): RecordQuery {
  const kinds: readonly RecordKind[] = SHOWN_KINDS[filter.kinds];
  switch (filter.period) {
    case "all":
      return { kinds };
    case "custom": {
      const from = dayOf(filter.from);
      const to = dayOf(filter.to);
      return {
        kinds,
        ...(from === null ? {} : { from }),
        ...(to === null ? {} : { to: nextDay(to) }),
      };
    }
    default:
      return { kinds, from: daysBefore(now, Number(filter.period)) };
  }
}

/** The beginning of a day like {@code 2026-11-26}; null where it is none. */
function dayOf(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}

/** By the calendar and not by 24 hours, for where clocks are changed twice a year. */
function nextDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

function daysBefore(now: number, days: number): number {
  const date = new Date(startOfDay(now));
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days + 1).getTime();
}

/** In the address, so that reloading, going back and signing in again lose nothing. */
export function filterToSearch(filter: Filter): string {
  const parameters = new URLSearchParams();
  if (filter.kinds !== FIRST_FILTER.kinds) {
    parameters.set("show", filter.kinds);
  }
  if (filter.period !== FIRST_FILTER.period) {
    parameters.set("period", filter.period);
  }
  if (filter.period === "custom") {
    for (const end of ["from", "to"] as const) {
      if (filter[end] !== "") {
        parameters.set(end, filter[end]);
      }
    }
  }
  return parameters.toString();
}

export function filterFromSearch(search: string): Filter {
  const parameters = new URLSearchParams(search);
  const kinds = parameters.get("show") ?? "";
  const period = PERIODS.find((each) => each === parameters.get("period"));
  return {
    kinds: Object.hasOwn(SHOWN_KINDS, kinds) ? (kinds as ShownKinds) : FIRST_FILTER.kinds,
    period: period ?? FIRST_FILTER.period,
    from: parameters.get("from") ?? "",
    to: parameters.get("to") ?? "",
  };
}
