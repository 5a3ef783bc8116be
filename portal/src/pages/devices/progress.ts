import type { Enrolment, EnrolmentState, Progress } from "../../api/devices";

/** What the screen that made a link knows of the other device. */
export interface Following {
  readonly enrolment: Enrolment;
  readonly state: EnrolmentState;
  readonly platform: string | null;
  readonly triesLeft: number | null;
  readonly passphrase: string | null;
}

export function follow(enrolment: Enrolment): Following {
  return { enrolment, state: "CREATED", platform: null, triesLeft: null, passphrase: null };
}

/** An answer that came late does not lead back: what is over stays over. */
export function proceed(before: Following, answer: Progress): Following {
  if (isOver(before.state)) {
    return before;
  }
  return {
    ...before,
    state: answer.state,
    platform: answer.platform ?? before.platform,
    triesLeft: answer.pairingTriesLeft ?? null,
    passphrase: answer.passphrase ?? before.passphrase,
  };
}

export function isOver(state: EnrolmentState): boolean {
  return state === "ACTIVATED" || state === "EXPIRED" || state === "CANCELLED";
}

/** As long as nobody has opened the link, it has to be seen. */
export function showsLink(state: EnrolmentState): boolean {
  return state === "CREATED";
}

/** Minutes and seconds until a time; never below nothing. */
export function remaining(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
