import { describe, expect, it } from "vitest";
import { fromPem, requestIn, toPem } from "./pem";

const bytes = new Uint8Array(100).map((_, index) => index).buffer;
const pem = toPem("CERTIFICATE REQUEST", bytes);

describe("PEM", () => {
  it("has 64 signs a line and holds what was put in", () => {
    expect(pem.split("\n").every((line) => line.length <= 64)).toBe(true);
    expect(new Uint8Array(fromPem(pem))).toEqual(new Uint8Array(bytes));
  });

  it("is found in what people paste", () => {
    expect(requestIn(`openssl says:\n${pem}\nbye`)).toBe(pem);
  });

  it("may have the older name, which certreq writes", () => {
    expect(requestIn(toPem("NEW CERTIFICATE REQUEST", bytes))).toBe(pem);
  });

  it("is not found in a certificate or in nothing", () => {
    expect(requestIn(toPem("CERTIFICATE", bytes))).toBeNull();
    expect(requestIn("")).toBeNull();
    expect(() => fromPem("x")).toThrow();
  });
});
