import "@patternfly/react-core/dist/styles/base-no-reset.css";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { followColourScheme } from "./colourScheme";
import { readEnvironment, type Environment } from "./environment";
import { TextsProvider } from "./i18n/Texts";
import { languageOf, type Language } from "./i18n/translate";
import { StartFailedPage } from "./pages/StartFailedPage";
import { Session } from "./session/session";
import { Crash } from "./ui/Crash";
import "./styles/index.css";

async function content(environment: Environment, language: Language): Promise<ReactNode> {
  try {
    const session = await Session.begin(environment, language);
    return <App environment={environment} session={session} language={language} />;
  } catch (failed) {
    // keycloak-js has taken the answer to the sign-in out of the address, so reloading begins anew.
    const cause = failed instanceof TypeError ? "offline" : "sign-in";
    return <StartFailedPage cause={cause} onRetry={() => window.location.reload()} />;
  }
}

async function start(element: HTMLElement): Promise<void> {
  followColourScheme();
  const environment = readEnvironment(element);
  const language = languageOf(environment.locale);
  const page = await content(environment, language);
  createRoot(element).render(
    <StrictMode>
      <TextsProvider language={language}>
        <Crash>{page}</Crash>
      </TextsProvider>
    </StrictMode>,
  );
}

const element = document.getElementById("app");
if (element !== null) {
  void start(element);
}
