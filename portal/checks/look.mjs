/*
 * Takes a picture of everything that can be seen, in both languages, on a desk and on a phone, and judges it: axe-core,
 * width, Content-Security-Policy. Usage: npm run look [-- PART-OF-A-NAME] after npm run build.
 */
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { SCENES } from "./scenes.mjs";
import { serve } from "./site.mjs";

const PICTURES = fileURLToPath(new URL("../target/look", import.meta.url));
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const WINDOWS = [
  { suffix: "", viewport: { width: 1280, height: 844 } },
  { suffix: "-phone", viewport: { width: 390, height: 844 } },
  { suffix: "-small", viewport: { width: 360, height: 740 } },
  { suffix: "-dark", viewport: { width: 1280, height: 844 }, colorScheme: "dark" },
];

mkdirSync(PICTURES, { recursive: true });
const wanted = process.argv[2] ?? "";
const site = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ARGUMENTS,
});
const faults = [];
for (const locale of ["ja", "en"]) {
  for (const { suffix, ...window } of WINDOWS) {
    for (const scene of SCENES) {
      const name = `${scene.name}-${locale}${suffix}`;
      if (name.includes(wanted)) {
        faults.push(...(await look(name, scene, locale, window)));
      }
    }
  }
}
await browser.close();
site.close();
console.log(faults.length === 0 ? `No faults. Pictures are in ${PICTURES}` : faults.join("\n"));
process.exitCode = faults.length === 0 ? 0 : 1;

async function look(name, scene, locale, window) {
  const found = [];
  site.mock.locale = locale;
  site.mock.reset(scene.scenario);
  const context = await browser.newContext({
    locale: locale === "ja" ? "ja-JP" : "en-US",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
    ...(scene.userAgent === undefined ? {} : { userAgent: scene.userAgent }),
    ...window,
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    const wrong = message.type() === "error" && !/Failed to load resource/.test(message.text());
    if (wrong || message.type() === "warning") {
      found.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  await page.goto((scene.enrol === true ? site.enrolUrl : site.url) + scene.path);
  await page.waitForSelector("h1");
  await page.waitForTimeout(150);
  await scene.act?.(page);
  await page.waitForSelector("h1");
  await page.waitForTimeout(250);
  // A window as high as the page: the bar at the lower edge of a phone would be in the middle of the picture.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: window.viewport.width, height: Math.max(height, window.viewport.height) });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  found.push(...(await judge(page)));
  await context.close();
  return found.map((fault) => `${name}: ${fault}`);
}

async function judge(page) {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return [
    ...(wide ? ["wider than the window"] : []),
    ...violations.map((each) => `${each.id} (${each.impact}): ${each.nodes.map((n) => n.html).join(" | ").slice(0, 400)}`),
  ];
}
