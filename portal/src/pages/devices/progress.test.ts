import { describe, expect, it } from "vitest";
import type { OwnDevice } from "../../api/devices";
import { inOrder, isLive } from "./order";
import { follow, isOver, proceed, remaining, showsLink } from "./progress";

const enrolment = { id: "1", url: "https://x#t", qr: [], pairingCode: "123456", expiresAt: 0 };
const begun = follow(enrolment);

describe("the screen that made a link", () => {
  it("follows the other device", () => {
    const claimed = proceed(begun, { state: "CLAIMED", platform: "Android 15 · Chrome", pairingTriesLeft: 4, expiresAt: 0 });
    expect(claimed).toMatchObject({ state: "CLAIMED", platform: "Android 15 · Chrome", triesLeft: 4 });
    expect(proceed(claimed, { state: "ISSUED", platform: null, expiresAt: 0 }).platform).toBe("Android 15 · Chrome");
  });

  it("keeps a pass phrase that the server has told", () => {
    const issued = proceed(begun, { state: "ISSUED", expiresAt: 0, passphrase: "PASS" });
    expect(proceed(issued, { state: "ISSUED", expiresAt: 0 }).passphrase).toBe("PASS");
  });

  it.each(["ACTIVATED", "EXPIRED", "CANCELLED"] as const)("does not come back from %s", (state) => {
    const over = proceed(begun, { state, expiresAt: 0 });
    expect(isOver(over.state)).toBe(true);
    expect(proceed(over, { state: "CLAIMED", expiresAt: 0 })).toBe(over);
  });

  it("hides the link when it has been opened", () => {
    expect(showsLink("CREATED")).toBe(true);
    expect(showsLink("CLAIMED")).toBe(false);
  });

  it.each([
    [600_000, "10:00"],
    [59_001, "1:00"],
    [9_000, "0:09"],
    [-5, "0:00"],
  ])("says how long %i milliseconds are", (left, text) => {
    expect(remaining(1000 + left, 1000)).toBe(text);
  });
});

describe("the list", () => {
  const device = (id: string, more: Partial<OwnDevice>): OwnDevice => ({
    id,
    name: id,
    method: "BROWSER",
    hardwareBound: false,
    state: "ACTIVE",
    issuedAt: 0,
    expiresAt: 9,
    thisDevice: false,
    renewable: false,
    ...more,
  });

  it("begins with this device, then goes by last use", () => {
    const devices = [
      device("old", { lastUsedAt: 1 }),
      device("never", { issuedAt: 5 }),
      device("this", { thisDevice: true, lastUsedAt: 2 }),
      device("new", { lastUsedAt: 8 }),
    ];
    expect(inOrder(devices).map(({ id }) => id)).toEqual(["this", "new", "never", "old"]);
  });

  it.each([
    ["ISSUED", true],
    ["ACTIVE", true],
    ["SUPERSEDED", true],
    ["REVOKED", false],
    ["EXPIRED", false],
  ] as const)("%s can still be used: %s", (state, live) => {
    expect(isLive(device("x", { state }))).toBe(live);
  });
});
