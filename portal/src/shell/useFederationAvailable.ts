import { useEffect, useState } from "react";
import { usePortal } from "../portal";

/** Kept for the tab, so that the navigation does not move at each visit after the first. */
const HINT = "sekisho-federation";

/** Whether the user is an ID administrator. Where the server does not say, there is no page. */
export function useFederationAvailable(): boolean {
  const { federation } = usePortal();
  const [available, setAvailable] = useState(() => sessionStorage.getItem(HINT) === "true");
  useEffect(() => {
    const left = new AbortController();
    federation.isAvailable(left.signal).then(
      (answer) => {
        if (!left.signal.aborted) {
          setAvailable(answer);
          sessionStorage.setItem(HINT, String(answer));
        }
      },
      // The page itself tells of trouble; the navigation only keeps what it knew.
      () => undefined,
    );
    return () => left.abort();
  }, [federation]);
  return available;
}
