import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { licences } from "./build/licences.mjs";
import { withoutFontFiles } from "./build/withoutFontFiles.mjs";
import { mock } from "./mock/plugin.mjs";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative addresses: Keycloak serves the theme below a path with its version in it.
  base: "",
  plugins: [
    react(),
    withoutFontFiles(),
    licences(here("target/classes/META-INF/third-party/portal-npm.txt")),
    mock(),
  ],
  build: {
    outDir: here("target/classes/theme/sekisho/account/resources"),
    emptyOutDir: true,
    // Keycloak reads from it which script and which styles the page begins with.
    manifest: true,
    modulePreload: { polyfill: false },
    target: ["chrome109", "edge109", "firefox115", "safari16.4"],
    chunkSizeWarningLimit: 800,
    rolldownOptions: { input: here("src/main.tsx") },
  },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    env: { TZ: "Asia/Tokyo" },
    // Keys are made and files encrypted, which takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
