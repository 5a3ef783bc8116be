import { useCallback, useEffect, useState } from "react";
import { closes, troubleOfError, type Trouble } from "../api/trouble";
import { usePortal } from "../portal";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly trouble: Trouble };

export interface Load<T> {
  readonly loaded: Loaded<T>;
  /** Asks again; what is on the screen stays until the answer is there. */
  reload(): void;
  /** Puts in what a change has answered, without asking again. */
  replace(value: T): void;
}

/** Loads when the page opens, and anew whenever {@code load} is another function. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): Load<T> {
  const portal = usePortal();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const left = new AbortController();
    load(left.signal).then(
      (value) => {
        if (!left.signal.aborted) {
          setLoaded({ state: "ready", value });
        }
      },
      (failed: unknown) => {
        if (left.signal.aborted) {
          return;
        }
        const trouble = troubleOfError(failed);
        setLoaded({ state: "failed", trouble });
        if (closes(trouble)) {
          portal.closeFor(trouble);
        }
      },
    );
    return () => left.abort();
  }, [load, portal, round]);
  const reload = useCallback(() => {
    setLoaded((before) => (before.state === "failed" ? { state: "loading" } : before));
    setRound((before) => before + 1);
  }, []);
  const replace = useCallback((value: T) => setLoaded({ state: "ready", value }), []);
  return { loaded, reload, replace };
}
