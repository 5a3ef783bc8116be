import type { TextKey } from "../../i18n/translate";
import type { ActionResult } from "../../session/session";

/** What the sign-in pages can do for a signed-in user, by the names that they know. */
export const ACTIONS = {
  password: "UPDATE_PASSWORD",
  phone: "sekisho-phone",
  totp: "CONFIGURE_TOTP",
  passkey: "webauthn-register",
  recovery: "CONFIGURE_RECOVERY_AUTHN_CODES",
} as const;

export type ActionName = keyof typeof ACTIONS;

export function deletion(credentialId: string): string {
  return `delete_credential:${credentialId}`;
}

export interface ActionMessage {
  readonly tone: "success" | "info" | "danger";
  readonly text: TextKey;
}

/** How an action ended, in a word for the reader. */
export function messageOf(result: ActionResult): ActionMessage {
  switch (result.status) {
    case "success":
      return { tone: "success", text: `action.${nameOf(result.action)}.success` };
    case "cancelled":
      return { tone: "info", text: "action.cancelled" };
    default:
      return { tone: "danger", text: "action.error" };
  }
}

function nameOf(action: string): ActionName | "delete" | "other" {
  if (action.startsWith("delete_credential")) {
    return "delete";
  }
  return (Object.keys(ACTIONS) as ActionName[]).find((name) => ACTIONS[name] === action) ?? "other";
}
