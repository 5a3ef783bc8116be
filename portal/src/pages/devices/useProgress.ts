import { useEffect, useState } from "react";
import type { Enrolment } from "../../api/devices";
import { closes, troubleOfError } from "../../api/trouble";
import { usePortal } from "../../portal";
import { follow, isOver, proceed, type Following } from "./progress";

const POLL = 2_000;

export interface Watched {
  readonly following: Following;
  /** In milliseconds since 1970 (UTC), renewed each second. */
  readonly now: number;
  readonly offline: boolean;
  cancelled(): void;
}

/** Looks every two seconds how far the other device has come, until it is over. */
export function useProgress(enrolment: Enrolment): Watched {
  const portal = usePortal();
  const [following, setFollowing] = useState(() => follow(enrolment));
  const [now, setNow] = useState(() => Date.now());
  const [offline, setOffline] = useState(false);
  const over = isOver(following.state);

  useEffect(() => {
    if (over) {
      return undefined;
    }
    const left = new AbortController();
    let asking = false;
    const ask = async (): Promise<void> => {
      if (asking || document.visibilityState === "hidden") {
        return;
      }
      asking = true;
      try {
        const answer = await portal.devices.progress(enrolment.id, left.signal);
        setFollowing((before) => proceed(before, answer));
        setOffline(false);
      } catch (failed) {
        const trouble = troubleOfError(failed);
        if (left.signal.aborted) {
          return;
        }
        if (closes(trouble)) {
          portal.closeFor(trouble);
        } else {
          setOffline(true);
        }
      } finally {
        asking = false;
      }
    };
    void ask();
    const poll = setInterval(() => void ask(), POLL);
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => {
      left.abort();
      clearInterval(poll);
      clearInterval(clock);
    };
  }, [portal, enrolment, over]);

  const cancelled = (): void =>
    setFollowing((before) => proceed(before, { state: "CANCELLED", expiresAt: enrolment.expiresAt }));
  return { following, now, offline, cancelled };
}
