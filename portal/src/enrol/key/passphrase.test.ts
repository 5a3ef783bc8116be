import { describe, expect, it } from "vitest";
import { ALPHABET, makePassphrase } from "./passphrase";

describe("a pass phrase", () => {
  it("has 20 signs in groups of five", () => {
    expect(makePassphrase()).toMatch(/^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/);
  });

  it("has 100 bits: 20 signs out of 32 that are all different and not mistaken for others", () => {
    expect(new Set(ALPHABET).size).toBe(32);
    expect(ALPHABET).not.toMatch(/[01IO]/);
  });

  it("uses every sign about equally often", () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 1600; round++) {
      for (const sign of makePassphrase().replaceAll("-", "")) {
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
      }
    }
    // 32,000 signs, 1000 of each expected; 200 is more than six standard deviations.
    for (const sign of ALPHABET) {
      expect(Math.abs((counts.get(sign) ?? 0) - 1000)).toBeLessThan(200);
    }
  });

  it("is never the same", () => {
    expect(new Set(Array.from({ length: 500 }, makePassphrase)).size).toBe(500);
  });
});
