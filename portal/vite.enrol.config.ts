import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { enrolEntry } from "./build/enrolEntry.mjs";
import { licences } from "./build/licences.mjs";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const THEME = here("target/classes/theme/sekisho/account");

/*
 * The enrolment page, in a build of its own: Keycloak takes the first entry of the portal's manifest for the portal,
 * and a chunk that both share would have to be told to it.
 */
export default defineConfig({
  base: "",
  plugins: [
    react(),
    licences(here("target/classes/META-INF/third-party/enrolment-npm.txt")),
    enrolEntry(`${THEME}/enrol-entry.ftl`),
  ],
  build: {
    outDir: `${THEME}/resources`,
    // The portal is there already.
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: { polyfill: false },
    target: ["chrome109", "edge109", "firefox115", "safari16.4"],
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      input: { enrol: here("src/enrol/main.tsx") },
    },
  },
});
