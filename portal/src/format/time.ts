import type { Language } from "../i18n/translate";

/** Points of time in words of one language and in the time zone of the reader. */
export interface Times {
  /** Day, weekday, hours and minutes. */
  dateTime(at: number): string;
  date(at: number): string;
  /** To the second. */
  clock(at: number): string;
  /** The reader's zone by its name and distance from UTC. */
  zone(): string;
  /** As CSV files and APIs name the zone, for instance {@code Asia/Tokyo}. */
  readonly zoneId: string;
}

const LOCALES: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB" };

/** Short enough for one line: 2026年11月26日(木), Thu, 26 Nov 2026. */
const DAY: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "short",
  day: "numeric",
  weekday: "short",
};
const MINUTE: Intl.DateTimeFormatOptions = {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};

export function timesIn(language: Language, zoneId = localZone()): Times {
  const locale = LOCALES[language];
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: zoneId, ...options });
  const dateTime = format({ ...DAY, ...MINUTE });
  const date = format(DAY);
  const clock = format({ ...MINUTE, second: "2-digit" });
  return {
    dateTime: (at) => dateTime.format(at),
    date: (at) => date.format(at),
    clock: (at) => clock.format(at),
    zone: () => zoneName(language, locale, zoneId),
    zoneId,
  };
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

function zoneName(language: Language, locale: string, timeZone: string): string {
  const name = (timeZoneName: "long" | "shortOffset"): string =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(Date.now())
      .find((part) => part.type === "timeZoneName")?.value ?? timeZone;
  const offset = name("shortOffset").replace("GMT", "UTC");
  const long = name("long");
  if (long === offset || /^GMT/.test(long)) {
    return offset;
  }
  return language === "ja" ? `${long}（${offset}）` : `${long} (${offset})`;
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

/**
 * Whole days until a day that comes, counted by the calendar of the reader: 0 is today, 1 tomorrow, negative is over.
 */
export function daysUntil(at: number, now: number): number {
  if (at < now) {
    return -1;
  }
  return Math.round((startOfDay(at) - startOfDay(now)) / MILLISECONDS_OF_A_DAY);
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
