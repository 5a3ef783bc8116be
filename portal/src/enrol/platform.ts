import type { KeyKind } from "./key/keys";

export type Family = "windows" | "macos" | "ios" | "android" | "linux" | "other";

/** What the browser tells of itself. {@code platformVersion} is a client hint that only some have. */
export interface Hints {
  readonly userAgent: string;
  readonly touchPoints: number;
  readonly platformVersion?: string;
  readonly webCrypto: boolean;
}

export interface Platform {
  readonly family: Family;
  readonly browser: string;
  /** Inside another app, for instance of a chat: such windows reach no certificates. */
  readonly inApp: boolean;
  /** The main version of the operating system; null where the browser hides it. */
  readonly version: number | null;
  /** For people: {@code Windows 11 · Edge}, at most 60 characters. */
  readonly label: string;
}

/** Why this browser cannot hold a certificate. */
export type Obstacle = "ios-not-safari" | "android-firefox" | "in-app" | "no-crypto";

/** What may go wrong without being certain. */
export type Doubt = "android-old" | "android-not-chrome" | "unknown";

const IN_APP =
  /\bLine\/|FBAN|FBAV|FB_IAB|Instagram|MicroMessenger|YJApp|\bTeams(Mobile)?[/ -]|Slack|Twitter|\bGSA\/|Snapchat|; wv\)/;

/** In this order: most browsers also carry the names of those below. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/SamsungBrowser\//, "Samsung Internet"],
  [/OPR\/|OPT\/|OPiOS\//, "Opera"],
  [/Vivaldi\//, "Vivaldi"],
  [/DuckDuckGo\/|\bDdg\//, "DuckDuckGo"],
  [/Edg(A|iOS)?\//, "Edge"],
  [/FxiOS\/|Firefox\/|Focus\//, "Firefox"],
  [/CriOS\/|Chrome\/|Chromium\//, "Chrome"],
  [/Version\/[\d.]+ .*Safari\//, "Safari"],
];

export function platformOf(hints: Hints): Platform {
  const { userAgent } = hints;
  const family = familyOf(hints);
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  const version = versionOf(family, hints);
  const inApp = IN_APP.test(userAgent) || (family === "ios" && !/Safari\//.test(userAgent));
  const system = [systemName(family, userAgent), version].filter((part) => part !== null).join(" ");
  const label = [system, browser].filter((part) => part !== "").join(" · ").slice(0, 60);
  return { family, browser, inApp, version, label };
}

export function obstacleOf(platform: Platform, hints: Hints): Obstacle | null {
  if (platform.inApp) {
    return "in-app";
  }
  if (platform.family === "ios" && platform.browser !== "Safari") {
    return "ios-not-safari";
  }
  if (platform.family === "android" && platform.browser === "Firefox") {
    return "android-firefox";
  }
  return hints.webCrypto ? null : "no-crypto";
}

export function doubtOf(platform: Platform): Doubt | null {
  if (platform.family === "android") {
    if (platform.browser !== "Chrome") {
      return "android-not-chrome";
    }
    // Up to 13, Android says "wrong password" to files that are encrypted with AES.
    return platform.version !== null && platform.version < 14 ? "android-old" : null;
  }
  return platform.family === "other" ? "unknown" : null;
}

/** What Apple and Google document for imported identities is RSA; elsewhere the shorter key is good. */
export function keyKindOf(family: Family): KeyKind {
  return family === "ios" || family === "macos" || family === "android" ? "RSA-2048" : "EC-P256";
}

function familyOf({ userAgent, touchPoints }: Hints): Family {
  if (/iPhone|iPad|iPod/.test(userAgent)) {
    return "ios";
  }
  if (/Macintosh/.test(userAgent)) {
    // An iPad says that it is a Mac; no Mac has a touch screen.
    return touchPoints > 1 ? "ios" : "macos";
  }
  if (/Android/.test(userAgent)) {
    return "android";
  }
  if (/Windows NT/.test(userAgent)) {
    return "windows";
  }
  return /Linux|X11|CrOS/.test(userAgent) ? "linux" : "other";
}

function systemName(family: Family, userAgent: string): string {
  switch (family) {
    case "windows":
      return "Windows";
    case "macos":
      return "macOS";
    case "ios":
      return /iPhone/.test(userAgent) ? "iPhone" : "iPad";
    case "android":
      return "Android";
    case "linux":
      return /CrOS/.test(userAgent) ? "ChromeOS" : "Linux";
    case "other":
      return "";
  }
}

function versionOf(family: Family, { userAgent, platformVersion }: Hints): number | null {
  const hinted = Number.parseInt(platformVersion ?? "", 10);
  if (family === "windows") {
    // The hint counts on from Windows 10: 13 and above is Windows 11.
    return hinted > 0 ? (hinted >= 13 ? 11 : 10) : null;
  }
  if (family === "android") {
    const named = /Android (\d+)(; K\))?/.exec(userAgent);
    // "Android 10; K" stands for whichever version it is.
    const told = named?.[1] !== undefined && named[2] === undefined ? Number(named[1]) : null;
    return hinted > 0 ? hinted : told;
  }
  if (family === "ios") {
    const named = / OS (\d+)_/.exec(userAgent);
    return named?.[1] === undefined ? null : Number(named[1]);
  }
  return null;
}

/** Client hints come by a promise, and not from every browser. */
interface UserAgentData {
  getHighEntropyValues(names: readonly string[]): Promise<{ readonly platformVersion?: string }>;
}

export async function readHints(): Promise<Hints> {
  const data = (navigator as { readonly userAgentData?: UserAgentData }).userAgentData;
  const more = await data?.getHighEntropyValues(["platformVersion"]).catch(() => undefined);
  return {
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    webCrypto: typeof globalThis.crypto?.subtle?.generateKey === "function",
    ...(more?.platformVersion === undefined ? {} : { platformVersion: more.platformVersion }),
  };
}
