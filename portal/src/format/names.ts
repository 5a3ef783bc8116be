import type { Device, HistoryRecord } from "../api/records";
import type { Texts } from "../i18n/Texts";
import type { Person } from "../session/session";

type Translate = Texts["t"];

/** Keeps a name and its version on one line. */
const NO_BREAK = "\u00a0";

/** Clients of the server itself: what the user sees of them is the main menu. */
const OWN_CLIENTS = new Set(["account-console", "account", "main-menu"]);

/** Browser and operating system, as far as they are known. */
export function deviceName(t: Translate, device: Device | null | undefined): string {
  const browser = named(device?.browser, device?.browserVersion);
  const os = named(device?.os, device?.osVersion);
  if (browser !== "" && os !== "") {
    return t("device.full", { browser, os });
  }
  return browser || os || t("device.unknown");
}

/** Only the first number of a browser's version says something to people. */
function named(name: string | null | undefined, version: string | null | undefined): string {
  const short = /^\d+\.\d+\.\d/.test(version ?? "") || /\.0$/.test(version ?? "")
    ? (version ?? "").split(".")[0]
    : (version ?? "");
  return [name ?? "", short].filter((part) => part !== "").join(NO_BREAK);
}

export function applicationName(
  t: Translate,
  record: Pick<HistoryRecord, "application" | "applicationName">,
): string {
  if (record.application !== null && record.application !== undefined) {
    if (OWN_CLIENTS.has(record.application)) {
      return t("application.portal");
    }
  }
  const name = record.applicationName ?? "";
  // Keycloak's own clients are called by keys of its message bundles.
  return name === "" || name.startsWith("${") ? (record.application ?? "") : name;
}

/** In the order of the language; the user ID where no name is registered. */
export function personName(t: Translate, person: Person): string {
  const { firstName, lastName } = person;
  const name = t("fullName", { firstName, lastName }).trim();
  return name === "" ? person.userId : name;
}
