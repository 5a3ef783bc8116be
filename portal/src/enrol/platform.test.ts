import { describe, expect, it } from "vitest";
import { doubtOf, keyKindOf, obstacleOf, platformOf, type Hints } from "./platform";

const CHROMIUM = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0";
const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const ANDROID = "Mozilla/5.0 (Linux; Android 10; K)";

const hints = (userAgent: string, more: Partial<Hints> = {}): Hints => ({
  userAgent,
  touchPoints: 0,
  webCrypto: true,
  ...more,
});

describe("the browser at hand", () => {
  it.each([
    ["Edge on Windows 11", `${WINDOWS} ${CHROMIUM} Safari/537.36 Edg/141.0.0.0`, { platformVersion: "15.0.0" }, "Windows 11 · Edge", null, null],
    ["Chrome on Windows 10", `${WINDOWS} ${CHROMIUM} Safari/537.36`, { platformVersion: "10.0.0" }, "Windows 10 · Chrome", null, null],
    ["Firefox on Windows", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0", {}, "Windows · Firefox", null, null],
    ["Safari on a Mac", `${MAC} ${WEBKIT} Version/18.1 Safari/605.1.15`, {}, "macOS · Safari", null, null],
    ["Chrome on a Mac", `${MAC} ${CHROMIUM} Safari/537.36`, { platformVersion: "15.1.0" }, "macOS · Chrome", null, null],
    ["Safari on an iPhone", `${IPHONE} ${WEBKIT} Version/18.1 Mobile/15E148 Safari/604.1`, { touchPoints: 5 }, "iPhone 18 · Safari", null, null],
    ["Safari on an iPad that says Mac", `${MAC} ${WEBKIT} Version/18.1 Safari/605.1.15`, { touchPoints: 5 }, "iPad · Safari", null, null],
    ["Chrome on an iPhone", `${IPHONE} ${WEBKIT} CriOS/141.0.7390.26 Mobile/15E148 Safari/604.1`, { touchPoints: 5 }, "iPhone 18 · Chrome", "ios-not-safari", null],
    ["Edge on an iPhone", `${IPHONE} ${WEBKIT} Version/18.0 EdgiOS/141.0 Mobile/15E148 Safari/604.1`, { touchPoints: 5 }, "iPhone 18 · Edge", "ios-not-safari", null],
    ["Firefox on an iPhone", `${IPHONE} ${WEBKIT} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`, { touchPoints: 5 }, "iPhone 18 · Firefox", "ios-not-safari", null],
    ["Chrome on an iPad that says Mac", `${MAC} ${WEBKIT} CriOS/141.0 Version/18.1 Safari/605.1.15`, { touchPoints: 5 }, "iPad · Chrome", "ios-not-safari", null],
    ["LINE on an iPhone", `${IPHONE} ${WEBKIT} Mobile/15E148 Safari/604.1 Line/14.9.0`, { touchPoints: 5 }, "iPhone 18", "in-app", null],
    ["a window of an app on an iPhone", `${IPHONE} ${WEBKIT} Mobile/15E148`, { touchPoints: 5 }, "iPhone 18", "in-app", null],
    ["the Google app on an iPhone", `${IPHONE} ${WEBKIT} GSA/341.0 Mobile/15E148 Safari/604.1`, { touchPoints: 5 }, "iPhone 18", "in-app", null],
    ["Chrome on Android 15", `${ANDROID} ${CHROMIUM} Mobile Safari/537.36`, { platformVersion: "15.0.0" }, "Android 15 · Chrome", null, null],
    ["Chrome on Android 12", `${ANDROID} ${CHROMIUM} Mobile Safari/537.36`, { platformVersion: "12.0.0" }, "Android 12 · Chrome", null, "android-old"],
    ["Chrome on an Android that hides it", `${ANDROID} ${CHROMIUM} Mobile Safari/537.36`, {}, "Android · Chrome", null, null],
    ["Firefox on Android", "Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0", {}, "Android 14 · Firefox", "android-firefox", "android-not-chrome"],
    ["Edge on Android", `${ANDROID} ${CHROMIUM} Mobile Safari/537.36 EdgA/141.0.0.0`, {}, "Android · Edge", null, "android-not-chrome"],
    ["Samsung Internet", `${ANDROID} AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, {}, "Android · Samsung Internet", null, "android-not-chrome"],
    ["a window of an app on Android", `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36`, {}, "Android 14 · Chrome", "in-app", null],
    ["Facebook on Android", `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${CHROMIUM} Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/500.0;]`, {}, "Android 14 · Chrome", "in-app", null],
    ["Chromium on Linux", `Mozilla/5.0 (X11; Linux x86_64) ${CHROMIUM} Safari/537.36`, {}, "Linux · Chrome", null, null],
    ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", {}, "Linux · Firefox", null, null],
    ["a Chromebook", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROMIUM} Safari/537.36`, {}, "ChromeOS · Chrome", null, null],
    ["something else", "Mozilla/5.0 (PlayStation; PlayStation 5/9.00)", {}, "", null, "unknown"],
  ] as const)("%s", (_name, userAgent, more, label, obstacle, doubt) => {
    const told = hints(userAgent, more);
    const platform = platformOf(told);
    expect(platform.label).toBe(label);
    expect(obstacleOf(platform, told)).toBe(obstacle);
    expect(doubtOf(platform)).toBe(doubt);
  });

  it("without WebCrypto can make no key", () => {
    const told = hints(`${WINDOWS} ${CHROMIUM} Safari/537.36`, { webCrypto: false });
    expect(obstacleOf(platformOf(told), told)).toBe("no-crypto");
  });
});

describe("the kind of key", () => {
  it.each([
    ["windows", "EC-P256"],
    ["linux", "EC-P256"],
    ["other", "EC-P256"],
    ["macos", "RSA-2048"],
    ["ios", "RSA-2048"],
    ["android", "RSA-2048"],
  ] as const)("for %s is %s", (family, kind) => {
    expect(keyKindOf(family)).toBe(kind);
  });
});
