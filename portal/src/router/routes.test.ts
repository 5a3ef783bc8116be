import { describe, expect, it } from "vitest";
import { pageAt, pathOf } from "./routes";

const BASE = "/realms/12345678/account/";

describe("an address", () => {
  it.each([
    ["/realms/12345678/account", "menu"],
    ["/realms/12345678/account/", "menu"],
    ["/realms/12345678/account/history", "history"],
    ["/realms/12345678/account/history/", "history"],
    ["/realms/12345678/account/security", "security"],
    ["/realms/12345678/account/devices", "devices"],
    ["/realms/12345678/account/federation", "federation"],
    ["/realms/12345678/account/profile", "profile"],
    ["/realms/12345678/account/personal-info", null],
    ["/realms/12345678/accounthistory", null],
    ["/realms/other/account/history", null],
  ])("%s is the page %s", (path, page) => {
    expect(pageAt(BASE, path)).toBe(page);
  });

  it("leads to the page that it was made for", () => {
    for (const page of ["menu", "history", "security", "devices", "federation", "profile"] as const) {
      expect(pageAt(BASE, pathOf(BASE, page))).toBe(page);
    }
    expect(pathOf(BASE, "menu")).toBe(BASE);
  });
});
