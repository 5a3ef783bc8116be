import { useEffect, useState } from "react";
import { usePortal } from "../portal";

/** Kept for the tab, so that the navigation does not move at each visit after the first. */
const HINT = "sekisho-devices";

/** Whether the tenant's plan has device certificates. Where the server does not say, there is no page for them. */
export function useDevicesAvailable(): boolean {
  const { devices } = usePortal();
  const [available, setAvailable] = useState(() => sessionStorage.getItem(HINT) === "true");
  useEffect(() => {
    const left = new AbortController();
    devices.list(left.signal).then(
      (answer) => {
        if (!left.signal.aborted) {
          setAvailable(answer.available);
          sessionStorage.setItem(HINT, String(answer.available));
        }
      },
      // The page itself tells of trouble; the navigation only keeps what it knew.
      () => undefined,
    );
    return () => left.abort();
  }, [devices]);
  return available;
}
