import { createContext, useContext } from "react";
import type { DevicesApi } from "./api/devices";
import type { FederationApi } from "./api/federation";
import type { PortalApi } from "./api/portal";
import type { RecordsApi } from "./api/records";
import type { SessionsApi } from "./api/sessions";
import type { Trouble } from "./api/trouble";
import type { Environment } from "./environment";
import type { Language } from "./i18n/translate";
import type { Session } from "./session/session";

/** What every page of the portal can use. */
export interface Portal {
  readonly environment: Environment;
  readonly session: Session;
  readonly records: RecordsApi;
  readonly account: PortalApi;
  readonly sessions: SessionsApi;
  readonly devices: DevicesApi;
  readonly federation: FederationApi;
  /** Changes the language of the page, not yet the one that the server keeps. */
  showIn(language: Language): void;
  /** The session has ended, or the tenant's rules no longer admit it: no page would be of use now. */
  closeFor(trouble: Trouble): void;
}

export const PortalContext = createContext<Portal | null>(null);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === null) {
    throw new Error("outside of PortalContext");
  }
  return portal;
}
