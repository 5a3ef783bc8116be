import { describe, expect, it } from "vitest";
import { translate } from "../i18n/translate";
import { factorKey, kindKey, reasonKey, RECORD_KINDS, tone } from "./words";

/** The codes that the server writes, by kind. */
const REASONS = {
  FAILED_ATTEMPT: ["wrong_password", "wrong_code", "locked", "disabled", "unknown_user", "foreign_domain", "other"],
  REFUSAL: [
    "address_refused",
    "address_unknown",
    "no_policy",
    "rules_unreadable",
    "factor_not_set_up",
    "not_assigned",
    "factors_missing",
    "application",
  ],
  WARNING: ["device_on_two_platforms"],
  SIGN_OFF: ["by_application", "by_user"],
  ADMINISTRATIVE_END: ["by_administrator", "account_locked", "account_removed", "reported", "password_reissued"],
};
const FACTORS = ["PASSWORD", "SMS", "TOTP", "RECOVERY_CODE", "PASSKEY", "DEVICE_CERTIFICATE"];

describe("plain words", () => {
  it.each(Object.values(REASONS).flat())("are there for the reason %s", (reason) => {
    expect(reasonKey({ reason })).toBe(`reason.${reason}`);
  });

  it("call an unknown reason another reason", () => {
    expect(reasonKey({ reason: "moon_phase" })).toBe("reason.other");
  });

  it.each([undefined, null, ""])("are left out where there is no reason (%s)", (reason) => {
    expect(reasonKey(reason === undefined ? {} : { reason })).toBeNull();
  });

  it.each(RECORD_KINDS)("are there for the kind %s", (kind) => {
    expect(kindKey(kind)).toBe(`kind.${kind}`);
  });

  it.each(FACTORS)("are there for the factor %s", (factor) => {
    expect(factorKey(factor)).toBe(`factor.${factor}`);
  });

  it("call what is unknown by a word and not by a code", () => {
    expect(translate("ja", kindKey("NEW_KIND"))).toBe("その他のできごと");
    expect(translate("ja", factorKey("VOICE"))).toBe("その他の方法");
  });
});

describe("the tone", () => {
  it("is alarming for failures, refusals and warnings only", () => {
    expect(RECORD_KINDS.filter((kind) => tone(kind) === "bad")).toEqual(["FAILED_ATTEMPT", "REFUSAL", "WARNING"]);
    expect(tone("NEW_KIND")).toBe("plain");
  });
});
