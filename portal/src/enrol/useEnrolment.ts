import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { download } from "../download";
import { asProblem, type EnrolmentApi, type Problem } from "./api";
import { BEGINNING, next, unsaved, type Event, type Flow } from "./flow";
import { enrol, fileName } from "./key/enrol";
import { fromBase64 } from "./key/pem";
import type { Memory } from "./memory";
import { obstacleOf, platformOf, readHints, type Platform } from "./platform";

export type Work = "begin" | "make" | "server-made" | "request";

const PKCS12 = "application/x-pkcs12";

/** What the steps of the page can do. */
export interface Enrolment {
  readonly flow: Flow;
  readonly platform: Platform | null;
  readonly busy: Work | null;
  readonly problem: Problem | null;
  /** The whole link, as long as it has not been used: for another browser, or for the script. */
  readonly link: string | null;
  readonly api: EnrolmentApi;
  start(): void;
  begin(pairingCode?: string): void;
  make(): void;
  makeAtServer(): void;
  request(pem: string): void;
  save(): void;
  tell(event: Event): void;
}

export function useEnrolment(api: EnrolmentApi, memory: Memory, token: string | null): Enrolment {
  const [flow, tell] = useReducer(next, BEGINNING);
  const [platform, setPlatform] = useState<Platform | null>(null);
  const [busy, setBusy] = useState<Work | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const working = useRef(false);
  useLeaveWarning(unsaved(flow) || busy === "make");

  /** One thing at a time; a link that is not known any more ends the page. */
  const run = useCallback(
    async (work: Work, task: () => Promise<void>): Promise<void> => {
      if (working.current) {
        return;
      }
      working.current = true;
      setBusy(work);
      setProblem(null);
      try {
        await task();
      } catch (failed) {
        const found = asProblem(failed);
        const event = eventOf(found);
        if (event === null) {
          setProblem(found);
        } else {
          tell(event);
        }
      } finally {
        working.current = false;
        setBusy(null);
      }
    },
    [],
  );

  const start = useCallback((): void => {
    void run("begin", async () => {
      const hints = await readHints();
      const found = platformOf(hints);
      setPlatform(found);
      const obstacle = obstacleOf(found, hints);
      const remembered = token === null ? memory.recall() : null;
      if (obstacle !== null) {
        tell({ type: "blocked", obstacle });
      } else if (remembered !== null) {
        tell({ type: "resumed", remembered, status: await api.status(remembered.claim.claim) });
      } else {
        tell({ type: "link", token });
      }
    });
  }, [api, memory, token, run]);
  useEffect(start, [start]);
  const over = flow.stage.at === "ended";
  useEffect(() => {
    if (over) {
      memory.forget();
    }
  }, [memory, over]);

  const secret = flow.claim?.claim ?? "";
  const label = platform?.label ?? "";
  const keep = (friendlyName: string | null, saved: boolean): void => {
    if (flow.claim !== null) {
      memory.keep({ claim: flow.claim, friendlyName, saved });
    }
  };

  return {
    flow,
    platform,
    busy,
    problem,
    link: token !== null && flow.claim === null ? `${window.location.origin}${window.location.pathname}#${token}` : null,
    api,
    start,
    tell,
    begin: (pairingCode) =>
      void run("begin", async () => {
        const claim = await api.claim(token ?? "", pairingCode);
        memory.keep({ claim, friendlyName: null, saved: false });
        tell({ type: "claimed", claim });
      }),
    make: () =>
      void run("make", async () => {
        if (platform !== null) {
          const file = await enrol(api, secret, platform);
          keep(file.issued.friendlyName, false);
          tell({ type: "made", file });
        }
      }),
    makeAtServer: () =>
      void run("server-made", async () => {
        const { pkcs12, friendlyName } = await api.pkcs12(secret, label);
        keep(friendlyName, false);
        tell({ type: "server-made", bytes: fromBase64(pkcs12), name: fileName(friendlyName), friendlyName });
      }),
    request: (pem) =>
      void run("request", async () => {
        const issued = await api.certificate(secret, pem, "REQUEST", label);
        // The key is elsewhere, so nothing of it can be lost here.
        keep(issued.friendlyName, true);
        tell({ type: "requested", issued });
      }),
    save: () => {
      if (flow.file !== null) {
        download(new Blob([flow.file.bytes], { type: PKCS12 }), flow.file.name);
        keep(flow.friendlyName, true);
        tell({ type: "saved" });
      }
    },
  };
}

/** Problems that are steps of the page; null for those that only need words. */
function eventOf({ type, more }: Problem): Event | null {
  switch (type) {
    case "enrolment-unknown":
      return { type: "ended", end: "unknown" };
    case "pairing-code-needed":
      return { type: "pairing", triesLeft: null };
    case "pairing-code-wrong":
      return more.triesLeft === 0
        ? { type: "ended", end: "unknown" }
        : { type: "pairing", triesLeft: more.triesLeft ?? null };
    default:
      return null;
  }
}

function useLeaveWarning(on: boolean): void {
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [on]);
}
