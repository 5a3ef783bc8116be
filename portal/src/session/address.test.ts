import { describe, expect, it } from "vitest";
import { withoutAnswer } from "./address";

const PORTAL = "https://id.example/realms/sakura/account/";

describe("the address to come back to", () => {
  it.each([
    ["", ""],
    ["history?period=30", "history?period=30"],
    ["?code=a&state=b&iss=c&session_state=d", ""],
    ["?kc_action=webauthn-register&kc_action_status=success&code=a", ""],
    ["history?period=30&code=a&state=b", "history?period=30"],
    ["?error=login_required&error_description=x&state=b", ""],
    ["security#code=a&state=b", "security"],
    ["security#error=x&state=b", "security"],
    ["security#passkeys", "security#passkeys"],
  ])("of %s is %s", (address, clean) => {
    expect(withoutAnswer(PORTAL + address)).toBe(PORTAL + clean);
  });
});
