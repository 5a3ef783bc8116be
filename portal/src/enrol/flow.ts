import type { Claim, Issued, Status } from "./api";
import type { DeviceFile } from "./key/enrol";
import type { Remembered } from "./memory";
import type { Obstacle } from "./platform";

/** Why there is nothing more to do with this link. */
export type End = "no-link" | "unknown" | "cancelled" | "expired" | "key-lost";

/** What the page shows. The key is only ever in {@code save} and {@code import}, inside the file. */
export type Stage =
  | { readonly at: "starting" }
  | { readonly at: "blocked"; readonly obstacle: Obstacle }
  | { readonly at: "welcome"; readonly pairing: boolean; readonly triesLeft: number | null }
  | { readonly at: "confirm" }
  | { readonly at: "save" }
  | { readonly at: "import" }
  | { readonly at: "check" }
  | { readonly at: "requested"; readonly issued: Issued }
  | { readonly at: "done" }
  | { readonly at: "ended"; readonly end: End };

export interface Flow {
  readonly stage: Stage;
  readonly claim: Claim | null;
  readonly friendlyName: string | null;
  /** Null after a reload, and where the server has made the file. */
  readonly passphrase: string | null;
  readonly file: { readonly bytes: ArrayBuffer; readonly name: string } | null;
  readonly serverMade: boolean;
  readonly saved: boolean;
  /** The key is elsewhere: there is nothing to import from here. */
  readonly byRequest: boolean;
}

export type Event =
  | { readonly type: "blocked"; readonly obstacle: Obstacle }
  | { readonly type: "link"; readonly token: string | null }
  | { readonly type: "resumed"; readonly remembered: Remembered; readonly status: Status }
  | { readonly type: "pairing"; readonly triesLeft: number | null }
  | { readonly type: "claimed"; readonly claim: Claim }
  | { readonly type: "made"; readonly file: DeviceFile }
  | { readonly type: "server-made"; readonly bytes: ArrayBuffer; readonly name: string; readonly friendlyName: string }
  | { readonly type: "requested"; readonly issued: Issued }
  | { readonly type: "saved" }
  | { readonly type: "go"; readonly to: "save" | "import" | "check" }
  | { readonly type: "status"; readonly status: Status }
  | { readonly type: "ended"; readonly end: End };

export const BEGINNING: Flow = {
  stage: { at: "starting" },
  claim: null,
  friendlyName: null,
  passphrase: null,
  file: null,
  serverMade: false,
  saved: false,
  byRequest: false,
};

export function next(flow: Flow, event: Event): Flow {
  switch (event.type) {
    case "blocked":
      return { ...flow, stage: { at: "blocked", obstacle: event.obstacle } };
    case "link":
      return event.token === null
        ? ended(flow, "no-link")
        : { ...flow, stage: { at: "welcome", pairing: false, triesLeft: null } };
    case "resumed":
      return resumed(flow, event.remembered, event.status);
    case "pairing":
      return { ...flow, stage: { at: "welcome", pairing: true, triesLeft: event.triesLeft } };
    case "claimed":
      return { ...flow, claim: event.claim, stage: { at: "confirm" } };
    case "made":
      return {
        ...flow,
        stage: { at: "save" },
        file: event.file,
        passphrase: event.file.passphrase,
        friendlyName: event.file.issued.friendlyName,
      };
    case "server-made":
      return {
        ...flow,
        stage: { at: "save" },
        file: event,
        serverMade: true,
        friendlyName: event.friendlyName,
      };
    case "requested":
      return {
        ...flow,
        stage: { at: "requested", issued: event.issued },
        saved: true,
        byRequest: true,
        friendlyName: event.issued.friendlyName,
      };
    case "saved":
      return { ...flow, saved: true };
    case "go":
      // Without the file in hand there is nothing to import.
      return flow.saved ? { ...flow, stage: { at: event.to } } : flow;
    case "status":
      return judged(flow, event.status);
    case "ended":
      return ended(flow, event.end);
  }
}

/** True while leaving the page would lose the key. */
export function unsaved(flow: Flow): boolean {
  return flow.stage.at === "save" && !flow.saved;
}

/** What is over is over, wherever the page is; anything else changes nothing. */
function judged(flow: Flow, status: Status): Flow {
  switch (status.state) {
    case "ACTIVATED":
      return { ...flow, stage: { at: "done" }, file: null, passphrase: null };
    case "CANCELLED":
      return ended(flow, "cancelled");
    case "EXPIRED":
      return ended(flow, "expired");
    default:
      return flow;
  }
}

function resumed(flow: Flow, remembered: Remembered, status: Status): Flow {
  const { claim, friendlyName, saved } = remembered;
  const known: Flow = { ...flow, claim, friendlyName, saved };
  switch (status.state) {
    case "CLAIMED":
      return { ...known, stage: { at: "confirm" } };
    case "ISSUED":
      return saved ? { ...known, stage: { at: "import" } } : ended(known, "key-lost");
    default:
      return judged(known, status);
  }
}

function ended(flow: Flow, end: End): Flow {
  return { ...flow, stage: { at: "ended", end }, file: null, passphrase: null };
}
