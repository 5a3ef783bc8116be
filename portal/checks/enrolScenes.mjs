import { press } from "./press.mjs";

const LINK = `#${"A1b2C3d4".repeat(6).slice(0, 43)}`;
const BEGIN = /はじめる|Begin/;
const MAKE = /鍵と証明書を作る|Make key/;
const SAVE = /ファイルを保存する|Save the file/;
const TO_IMPORT = /取り込みへ進む|Go on to the import/;
const IMPORTED = /取り込みが終わりました|I have imported/;

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0";
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/141.0.0.0`;
const SAFARI = `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`;

const scene = (name, more = {}) => ({ name: `enrol-${name}`, enrol: true, path: LINK, userAgent: WINDOWS, ...more });

/** Presses one button after the other. */
const then = (...names) => async (page) => {
  for (const name of names) {
    await press(page, name);
    if (name === MAKE) {
      await page.waitForSelector(".sk-passphrase");
    }
  }
};
const unfold = async (page) => {
  await page.locator("details.sk-expert").last().locator("summary").click();
  await page.waitForTimeout(150);
};

export const ENROL_SCENES = [
  scene("1-welcome"),
  scene("1-script", { act: unfold }),
  scene("1-hardware", { scenario: "enrol-hardware" }),
  scene("1-hardware-phone", { scenario: "enrol-hardware", userAgent: SAFARI }),
  scene("1-pairing", { scenario: "enrol-pairing", act: then(BEGIN) }),
  scene("1-pairing-wrong", {
    scenario: "enrol-pairing",
    act: async (page) => {
      await press(page, BEGIN);
      await page.fill("#pairing", "123456");
      await press(page, BEGIN);
    },
  }),
  scene("2-confirm", { act: then(BEGIN) }),
  scene("2-renewal", { scenario: "enrol-renewal", act: then(BEGIN) }),
  scene("2-server-made", {
    scenario: "enrol-server-made",
    userAgent: `Mozilla/5.0 (Linux; Android 12; SM-A515F) ${CHROME} Mobile Safari/537.36`,
    act: then(BEGIN),
  }),
  scene("2-request", {
    act: async (page) => {
      await press(page, BEGIN);
      await unfold(page);
      await press(page, /証明書を発行する|Issue the certificate/);
    },
  }),
  scene("2-refused", { scenario: "enrol-refused", act: async (page) => {
    await then(BEGIN)(page);
    await page.getByRole("button", { name: MAKE }).click();
    await page.waitForSelector("[role=alert]");
  } }),
  scene("3-save", { act: then(BEGIN, MAKE) }),
  scene("3-saved", { act: then(BEGIN, MAKE, SAVE) }),
  scene("4-import-windows", { act: then(BEGIN, MAKE, SAVE, TO_IMPORT) }),
  scene("4-import-iphone", { userAgent: SAFARI, act: then(BEGIN, MAKE, SAVE, TO_IMPORT) }),
  scene("4-import-reloaded", {
    act: async (page) => {
      await then(BEGIN, MAKE, SAVE)(page);
      await page.reload();
      await page.waitForSelector("h1");
    },
  }),
  scene("5-check", { act: then(BEGIN, MAKE, SAVE, TO_IMPORT, IMPORTED) }),
  scene("5-waiting", {
    act: async (page) => {
      await then(BEGIN, MAKE, SAVE, TO_IMPORT, IMPORTED)(page);
      const opened = page.context().waitForEvent("page");
      await page.getByRole("link", { name: /確かめる|Check now/ }).click();
      await (await opened).waitForSelector("h1");
      await page.waitForTimeout(300);
    },
  }),
  scene("done", { scenario: "enrol-activated", act: async (page) => {
    await then(BEGIN, MAKE, SAVE, TO_IMPORT, IMPORTED)(page);
    await page.waitForSelector(".sk-step");
  } }),
  scene("blocked-ios-chrome", { userAgent: `${IPHONE} CriOS/141.0 Mobile/15E148 Safari/604.1` }),
  scene("blocked-in-app", { userAgent: `${IPHONE} Mobile/15E148 Safari/604.1 Line/14.9.0` }),
  scene("blocked-android-firefox", { userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0" }),
  scene("ended-no-link", { path: "" }),
  scene("ended-unknown", { scenario: "enrol-unknown", act: then(BEGIN) }),
  scene("ended-key-lost", {
    act: async (page) => {
      await then(BEGIN, MAKE)(page);
      page.on("dialog", (dialog) => void dialog.accept());
      await page.reload();
      await page.waitForSelector("h1");
    },
  }),
  scene("busy", { scenario: "enrol-busy", act: then(BEGIN) }),
  ...["ACTIVE", "NO_CERTIFICATE", "OTHER_CERTIFICATE", "EXPIRED", "REVOKED"].map((outcome) =>
    scene(`outcome-${outcome.toLowerCase()}`, { path: `/checked?outcome=${outcome}` }),
  ),
];
