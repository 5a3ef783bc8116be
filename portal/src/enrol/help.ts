import type { TextKey } from "./i18n/Texts";
import type { Platform } from "./platform";

/** How a file is imported, per system; Firefox goes a way of its own where it has a store of its own. */
export const HELP = {
  windows: ["help.windows.1", "help.windows.2", "help.windows.3", "help.windows.4"],
  windowsFirefox: ["help.windows.1", "help.windows.2", "help.windows.3", "help.windows.4", "help.windowsFirefox.5"],
  macos: ["help.macos.1", "help.macos.2", "help.macos.3", "help.macos.4"],
  ios: ["help.ios.1", "help.ios.2", "help.ios.3", "help.ios.4"],
  android: ["help.android.1", "help.android.2", "help.android.3", "help.android.4"],
  linux: ["help.linux.1", "help.linux.2", "help.linux.3"],
  linuxFirefox: ["help.linuxFirefox.1", "help.linuxFirefox.2", "help.linuxFirefox.3"],
} as const satisfies Readonly<Record<string, readonly TextKey[]>>;

export type HelpName = keyof typeof HELP;

export const HELP_NAMES: Readonly<Record<HelpName, TextKey>> = {
  windows: "help.windows",
  windowsFirefox: "help.windowsFirefox",
  macos: "help.macos",
  ios: "help.ios",
  android: "help.android",
  linux: "help.linux",
  linuxFirefox: "help.linuxFirefox",
};

export function helpFor({ family, browser }: Platform): HelpName {
  switch (family) {
    case "windows":
      return browser === "Firefox" ? "windowsFirefox" : "windows";
    case "linux":
      return browser === "Firefox" ? "linuxFirefox" : "linux";
    case "other":
      return "windows";
    default:
      return family;
  }
}
