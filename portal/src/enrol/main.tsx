import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { languageOf } from "../i18n/patterns";
import { App } from "./App";
import { readEnvironment } from "./environment";
import { Frame } from "./Frame";
import { takeToken } from "./memory";
import { Outcome } from "./steps/Ends";
import "./enrol.css";

const element = document.getElementById("enrol");
if (element !== null) {
  const environment = readEnvironment(element);
  const token = takeToken();
  // Another link in the same tab changes only what is behind the #: no browser would load the page anew.
  window.addEventListener("hashchange", () => window.location.reload());
  createRoot(element).render(
    <StrictMode>
      <Frame environment={environment} language={languageOf(environment.lang)}>
        {environment.outcome === "" ? (
          <App environment={environment} token={token} />
        ) : (
          <Outcome outcome={environment.outcome} portalUrl={environment.portalUrl} />
        )}
      </Frame>
    </StrictMode>,
  );
}
