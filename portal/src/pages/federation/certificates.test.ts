import { describe, expect, it } from "vitest";
import type { SigningKey } from "../../api/federation";
import { inUse } from "./certificates";

const key = (keyId: string, state: "ACTIVE" | "PASSIVE", expires: number): SigningKey => ({
  keyId,
  state,
  expires,
  notBefore: 0,
  subject: "CN=demo",
  sha1: "",
  sha256: "",
  base64: "",
  pem: "",
});

describe("the certificates", () => {
  it("are the one in use and none after it, in ordinary times", () => {
    expect(inUse([key("a", "ACTIVE", 5)])).toEqual([key("a", "ACTIVE", 5), undefined]);
  });

  it("are the one in use and the one announced, before a change", () => {
    expect(inUse([key("a", "ACTIVE", 5), key("b", "PASSIVE", 9)])[1]?.keyId).toBe("b");
  });

  it("do not announce the one that was in use before, after a change", () => {
    expect(inUse([key("b", "ACTIVE", 9), key("a", "PASSIVE", 5)])[1]).toBeUndefined();
  });
});
