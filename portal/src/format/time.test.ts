import { describe, expect, it } from "vitest";
import { daysUntil, timesIn } from "./time";

const AT = Date.UTC(2026, 10, 26, 5, 4, 33);

describe("a point of time", () => {
  it("is told in Japanese and in the reader's zone", () => {
    const times = timesIn("ja", "Asia/Tokyo");
    expect(times.dateTime(AT)).toBe("2026年11月26日(木) 14:04");
    expect(times.date(AT)).toBe("2026年11月26日(木)");
    expect(times.clock(AT)).toBe("14:04:33");
  });

  it("is told in English", () => {
    const times = timesIn("en", "Asia/Tokyo");
    expect(times.dateTime(AT)).toBe("Thu, 26 Nov 2026, 14:04");
    expect(times.date(AT)).toBe("Thu, 26 Nov 2026");
    expect(times.clock(AT)).toBe("14:04:33");
  });

  it("has midnight at 00", () => {
    expect(timesIn("ja", "Asia/Tokyo").dateTime(Date.UTC(2026, 0, 1, 15, 0))).toContain("00:00");
  });

  it("comes with the name of the zone", () => {
    expect(timesIn("ja", "Asia/Tokyo").zone()).toBe("日本標準時（UTC+9）");
    expect(timesIn("en", "Asia/Tokyo").zone()).toBe("Japan Standard Time (UTC+9)");
    expect(timesIn("en", "Asia/Tokyo").zoneId).toBe("Asia/Tokyo");
  });

  it("is in the zone of the browser where none is named", () => {
    expect(timesIn("ja").zoneId).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe("the days until", () => {
  const morning = new Date(2026, 10, 26, 9, 0).getTime();

  it.each([
    ["later today", new Date(2026, 10, 26, 23, 59), 0],
    ["early tomorrow", new Date(2026, 10, 27, 0, 1), 1],
    ["in two weeks", new Date(2026, 11, 10, 8, 0), 14],
    ["a minute ago", new Date(2026, 10, 26, 8, 59), -1],
  ])("%s are counted by the calendar", (_when, at, days) => {
    expect(daysUntil(at.getTime(), morning)).toBe(days);
  });
});
