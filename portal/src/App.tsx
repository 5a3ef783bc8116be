import { useMemo, useState, type ReactNode } from "react";
import { PortalContext, type Portal } from "./portal";
import { Http } from "./api/http";
import { DevicesApi } from "./api/devices";
import { FederationApi } from "./api/federation";
import { PortalApi } from "./api/portal";
import { RecordsApi } from "./api/records";
import { SessionsApi } from "./api/sessions";
import type { Trouble } from "./api/trouble";
import { tenantUrl, type Environment } from "./environment";
import { TextsProvider } from "./i18n/Texts";
import type { Language } from "./i18n/translate";
import { RouterProvider } from "./router/Router";
import type { Session } from "./session/session";
import { Shell } from "./shell/Shell";

/** The portal of a signed-in user. */
export function App(props: {
  readonly environment: Environment;
  readonly session: Session;
  readonly language: Language;
}): ReactNode {
  const { environment, session } = props;
  const [language, setLanguage] = useState(props.language);
  const [closed, setClosed] = useState<Trouble | null>(null);
  const portal = useMemo<Portal>(() => {
    const http = new Http(tenantUrl(environment), () => session.token());
    return {
      environment,
      session,
      records: new RecordsApi(http),
      account: new PortalApi(http),
      sessions: new SessionsApi(http),
      devices: new DevicesApi(http),
      federation: new FederationApi(http),
      showIn: setLanguage,
      closeFor: setClosed,
    };
  }, [environment, session]);
  return (
    <PortalContext.Provider value={portal}>
      <TextsProvider language={language}>
        <RouterProvider basePath={new URL(environment.baseUrl, environment.serverUrl).pathname}>
          <Shell closed={closed} />
        </RouterProvider>
      </TextsProvider>
    </PortalContext.Provider>
  );
}
