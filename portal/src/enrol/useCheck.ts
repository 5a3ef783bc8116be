import { useCallback, useEffect, useState } from "react";
import { asProblem, type Problem } from "./api";
import type { Enrolment } from "./useEnrolment";

const POLL = 3_000;
/** Nobody looks for longer than this, in milliseconds. */
const PATIENCE = 10 * 60_000;

export interface Check {
  readonly url: string | null;
  readonly waiting: boolean;
  readonly problem: Problem | null;
  /** The link was followed: from now on the page looks for the result. */
  opened(): void;
}

/** Each answer brings another host, because a browser remembers for one that no certificate was chosen. */
export function useCheck({ api, flow, tell }: Enrolment): Check {
  const [url, setUrl] = useState<string | null>(null);
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const claim = flow.claim?.claim ?? "";

  const ask = useCallback(async (): Promise<void> => {
    try {
      const status = await api.status(claim);
      setUrl(status.checkUrl ?? null);
      setProblem(null);
      tell({ type: "status", status });
    } catch (failed) {
      const found = asProblem(failed);
      if (found.type === "enrolment-unknown") {
        tell({ type: "ended", end: "unknown" });
      } else {
        setProblem(found);
      }
    }
  }, [api, claim, tell]);

  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    if (openedAt === null) {
      return undefined;
    }
    const clock = setInterval(() => {
      if (Date.now() - openedAt > PATIENCE) {
        setOpenedAt(null);
      } else if (document.visibilityState === "visible") {
        void ask();
      }
    }, POLL);
    return () => clearInterval(clock);
  }, [ask, openedAt]);

  return { url, waiting: openedAt !== null, problem, opened: () => setOpenedAt(Date.now()) };
}
