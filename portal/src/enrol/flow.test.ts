import { describe, expect, it } from "vitest";
import type { Claim } from "./api";
import { BEGINNING, next, unsaved, type Event, type Flow } from "./flow";

const CLAIM: Claim = {
  claim: "c",
  tenant: "さくら保険代理店",
  user: "aoki@sakura.example",
  deviceName: "青木のノートPC",
  expiresAt: 0,
  renewal: false,
  serverMade: false,
};
const ISSUED = { certificate: "", chain: [], friendlyName: "さくら", checkUrl: "https://x" };
const FILE = { bytes: new ArrayBuffer(1), name: "a.p12", passphrase: "PASS", issued: ISSUED };
const REMEMBERED = { claim: CLAIM, friendlyName: "さくら", saved: true };

const after = (...events: Event[]): Flow => events.reduce(next, BEGINNING);

describe("an enrolment", () => {
  it("goes through all its steps", () => {
    const steps: readonly (readonly [Event, string])[] = [
      [{ type: "link", token: "t" }, "welcome"],
      [{ type: "pairing", triesLeft: null }, "welcome"],
      [{ type: "claimed", claim: CLAIM }, "confirm"],
      [{ type: "made", file: FILE }, "save"],
      [{ type: "saved" }, "save"],
      [{ type: "go", to: "import" }, "import"],
      [{ type: "go", to: "check" }, "check"],
      [{ type: "status", status: { state: "ISSUED" } }, "check"],
      [{ type: "status", status: { state: "ACTIVATED" } }, "done"],
    ];
    let flow = BEGINNING;
    for (const [event, at] of steps) {
      flow = next(flow, event);
      expect(flow.stage.at).toBe(at);
    }
    expect(flow.passphrase).toBeNull();
    expect(flow.file).toBeNull();
  });

  it("goes nowhere before the file is saved, and warns before it is left", () => {
    const made = after({ type: "claimed", claim: CLAIM }, { type: "made", file: FILE });
    expect(unsaved(made)).toBe(true);
    expect(next(made, { type: "go", to: "import" }).stage.at).toBe("save");
    expect(unsaved(next(made, { type: "saved" }))).toBe(false);
  });

  it("shows how many tries are left for the code", () => {
    expect(after({ type: "pairing", triesLeft: 3 }).stage).toEqual({ at: "welcome", pairing: true, triesLeft: 3 });
  });

  it("needs a link", () => {
    expect(after({ type: "link", token: null }).stage).toEqual({ at: "ended", end: "no-link" });
  });

  it("that is cancelled elsewhere keeps no pass phrase", () => {
    const flow = after({ type: "made", file: FILE }, { type: "status", status: { state: "CANCELLED" } });
    expect(flow.stage).toEqual({ at: "ended", end: "cancelled" });
    expect(flow.passphrase).toBeNull();
  });
});

describe("after a reload", () => {
  it.each([
    ["CLAIMED", false, "confirm"],
    ["ISSUED", true, "import"],
    ["ACTIVATED", true, "done"],
  ] as const)("%s (saved: %s) is the step %s", (state, saved, at) => {
    const flow = after({ type: "resumed", remembered: { ...REMEMBERED, saved }, status: { state } });
    expect(flow.stage.at).toBe(at);
    expect(flow.claim).toBe(CLAIM);
  });

  it.each([
    ["ISSUED", "key-lost"],
    ["CANCELLED", "cancelled"],
    ["EXPIRED", "expired"],
  ] as const)("%s without the file is the end %s", (state, end) => {
    const remembered = { ...REMEMBERED, saved: false };
    expect(after({ type: "resumed", remembered, status: { state } }).stage).toEqual({ at: "ended", end });
  });
});
