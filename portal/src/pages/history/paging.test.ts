import { describe, expect, it } from "vitest";
import { newer, NEWEST, older, pageNumber, shownBegin } from "./paging";

describe("paging", () => {
  it("begins with the newest records", () => {
    expect(shownBegin(NEWEST)).toBeNull();
    expect(pageNumber(NEWEST)).toBe(1);
  });

  it("goes back and forth on the same way", () => {
    const third = older(older(NEWEST, "b"), "c");
    expect(shownBegin(third)).toBe("c");
    expect(pageNumber(third)).toBe(3);
    expect(shownBegin(newer(third))).toBe("b");
    expect(newer(newer(third))).toEqual(NEWEST);
  });

  it("does not go beyond the newest", () => {
    expect(newer(NEWEST)).toEqual(NEWEST);
  });
});
