import { expect, it } from "vitest";
import { helpFor } from "./help";
import { platformOf } from "./platform";

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0 Safari/537.36 Edg/141.0", "windows"],
  ["Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0", "windowsFirefox"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0", "macos"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1", "ios"],
  ["Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0 Mobile Safari/537.36", "android"],
  ["Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0 Safari/537.36", "linux"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "linuxFirefox"],
  ["something else", "windows"],
])("the help for %s is %s", (userAgent, help) => {
  expect(helpFor(platformOf({ userAgent, touchPoints: 0, webCrypto: true }))).toBe(help);
});
