import { useCallback, useState } from "react";
import { closes, troubleOfError, type Trouble } from "../api/trouble";
import { usePortal } from "../portal";

export interface Act {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Does it once at a time; false where it failed, and then {@code trouble} says why. */
  run(work: () => Promise<void>): Promise<boolean>;
  forget(): void;
}

/** One thing that the user does, with its waiting and its failing. */
export function useAct(): Act {
  const portal = usePortal();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = useCallback(
    async (work: () => Promise<void>): Promise<boolean> => {
      setBusy(true);
      setTrouble(null);
      try {
        await work();
        return true;
      } catch (failed) {
        const what = troubleOfError(failed);
        setTrouble(what);
        if (closes(what)) {
          portal.closeFor(what);
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
    [portal],
  );
  const forget = useCallback(() => setTrouble(null), []);
  return { busy, trouble, run, forget };
}
