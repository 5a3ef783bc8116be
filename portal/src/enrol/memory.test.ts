import { describe, expect, it } from "vitest";
import { Memory, type Remembered } from "./memory";

const REMEMBERED: Remembered = {
  claim: {
    claim: "c",
    tenant: "さくら保険代理店",
    user: "aoki@sakura.example",
    deviceName: "青木のノートPC",
    expiresAt: 1,
    renewal: false,
    serverMade: false,
  },
  friendlyName: null,
  saved: false,
};

function storage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

describe("what survives a reload", () => {
  it("is the claim and how far it has come", () => {
    const memory = new Memory("https://id.example/a", storage());
    expect(memory.recall()).toBeNull();
    memory.keep(REMEMBERED);
    expect(memory.recall()).toEqual(REMEMBERED);
    memory.forget();
    expect(memory.recall()).toBeNull();
  });

  it("is kept for each tenant by itself", () => {
    const shared = storage();
    new Memory("https://id.example/a", shared).keep(REMEMBERED);
    expect(new Memory("https://id.example/b", shared).recall()).toBeNull();
  });

  it("is nothing where it cannot be read or stored", () => {
    const broken = storage();
    broken.kept.set("sekisho-enrolment https://id.example/a", "{");
    expect(new Memory("https://id.example/a", broken).recall()).toBeNull();
    const full = { ...storage(), setItem: () => { throw new Error("full"); } };
    expect(() => new Memory("https://id.example/a", full).keep(REMEMBERED)).not.toThrow();
  });
});
