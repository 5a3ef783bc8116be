import { describe, expect, it } from "vitest";
import { queryString } from "../../api/records";
import { faultOf, filterFromSearch, filterToSearch, FIRST_FILTER, queryOf, type Filter } from "./filter";

const NOW = new Date(2026, 10, 26, 15, 30).getTime();
const custom = (from: string, to: string): Filter => ({ kinds: "all", period: "custom", from, to });

describe("a filter", () => {
  it("of some days begins with the first of them and has no end", () => {
    const query = queryOf({ ...FIRST_FILTER, period: "7" }, NOW);
    expect(query).toEqual({ kinds: [], from: new Date(2026, 10, 20).getTime() });
  });

  it("by dates takes both days in whole", () => {
    expect(queryOf(custom("2026-11-01", "2026-11-30"), NOW)).toEqual({
      kinds: [],
      from: new Date(2026, 10, 1).getTime(),
      to: new Date(2026, 11, 1).getTime(),
    });
  });

  it("may be open at one end", () => {
    expect(queryOf(custom("", "2026-11-01"), NOW)).toEqual({
      kinds: [],
      to: new Date(2026, 10, 2).getTime(),
    });
    expect(faultOf(custom("2026-11-01", ""))).toBeNull();
  });

  it("of all time has neither beginning nor end", () => {
    expect(queryOf({ ...FIRST_FILTER, period: "all" }, NOW)).toEqual({ kinds: [] });
  });

  it("says what is wrong with dates", () => {
    expect(faultOf(custom("2026-11-20", "2026-11-01"))).toBe("order");
    expect(faultOf(custom("2026-11-20", "2026-11-20"))).toBeNull();
    expect(faultOf(custom("", ""))).toBe("dates");
    expect(faultOf(custom("2026-02-31", ""))).toBe("dates");
    expect(faultOf({ ...FIRST_FILTER, from: "rubbish" })).toBeNull();
  });

  it("survives the address", () => {
    const filter: Filter = { kinds: "failures", period: "custom", from: "2026-11-01", to: "" };
    expect(filterFromSearch(`?${filterToSearch(filter)}`)).toEqual(filter);
    expect(filterToSearch(FIRST_FILTER)).toBe("");
  });

  it("ignores rubbish in the address", () => {
    expect(filterFromSearch("?show=toString&period=1000")).toEqual(FIRST_FILTER);
  });

  it("asks for the kinds that belong together", () => {
    const query = queryOf({ ...FIRST_FILTER, kinds: "failures", period: "all" }, NOW);
    expect(queryString(query, { max: "25" })).toBe("kind=FAILED_ATTEMPT%2CREFUSAL%2CWARNING&max=25");
  });
});
