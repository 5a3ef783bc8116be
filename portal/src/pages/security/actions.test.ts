import { describe, expect, it } from "vitest";
import { deletion, messageOf } from "./actions";

describe("the end of an action", () => {
  it.each([
    ["UPDATE_PASSWORD", "action.password.success"],
    ["sekisho-phone", "action.phone.success"],
    ["CONFIGURE_TOTP", "action.totp.success"],
    ["webauthn-register", "action.passkey.success"],
    ["CONFIGURE_RECOVERY_AUTHN_CODES", "action.recovery.success"],
    ["delete_credential", "action.delete.success"],
    [deletion("0a1b"), "action.delete.success"],
    ["SOMETHING_NEW", "action.other.success"],
  ])("of %s is told in words", (action, text) => {
    expect(messageOf({ action, status: "success" })).toEqual({ tone: "success", text });
  });

  it("tells that nothing was changed", () => {
    const result = { action: "CONFIGURE_TOTP", status: "cancelled" } as const;
    expect(messageOf(result)).toEqual({ tone: "info", text: "action.cancelled" });
  });

  it("tells that it failed", () => {
    const result = { action: "CONFIGURE_TOTP", status: "error" } as const;
    expect(messageOf(result)).toEqual({ tone: "danger", text: "action.error" });
  });
});
