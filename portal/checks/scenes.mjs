import { DEVICE_SCENES } from "./deviceScenes.mjs";
import { ENROL_SCENES } from "./enrolScenes.mjs";
import { press } from "./press.mjs";

/**
 * Everything that can be seen of the portal. {@code path} is the page, {@code scenario} the trouble of the mock server,
 * {@code act} what the user does there.
 */
const PORTAL_SCENES = [
  { name: "menu", path: "" },
  { name: "menu-confirmed", path: "", act: (page) => press(page, /確認しました|Confirmed/) },
  { name: "menu-report", path: "", act: (page) => press(page, /心当たりがない|not me/) },
  {
    name: "menu-reported",
    path: "",
    act: async (page) => {
      await press(page, /心当たりがない|not me/);
      await press(page, /^(報告する|Report)$/);
      await page.waitForSelector(".sk-dialog [role=status]");
    },
  },
  { name: "menu-empty", path: "", scenario: "empty" },
  { name: "history", path: "history" },
  {
    name: "history-older",
    path: "history?period=all",
    act: (page) => press(page, /古い記録|Older/),
  },
  {
    name: "history-fault",
    path: "history?period=custom&from=2026-11-20&to=2026-11-01",
    act: (page) => press(page, /表示する|Show/),
  },
  { name: "history-none", path: "history?period=custom&from=2020-11-20&to=2020-11-21" },
  { name: "history-csv", path: "history?show=failures", act: (page) => press(page, /CSV/) },
  { name: "security", path: "security" },
  { name: "security-empty", path: "security", scenario: "empty" },
  { name: "security-changed", path: "security", act: (page) => press(page, /パスワードを変更|Change the password/) },
  { name: "security-sign-out-all", path: "security", act: (page) => press(page, /すべてサインアウト|all other/) },
  { name: "federation", path: "federation", scenario: "administrator" },
  {
    name: "federation-rollover",
    path: "federation",
    scenario: "administrator-rollover",
    act: (page) => press(page, /^(エンティティID（Issuer） をコピー|Copy: Entity ID)/),
  },
  { name: "profile", path: "profile" },
  { name: "profile-empty", path: "profile", scenario: "empty" },
  { name: "not-found", path: "nothing-here" },
  { name: "refused", path: "", scenario: "refused" },
  { name: "broken", path: "history", scenario: "broken" },
  { name: "session-ended", path: "security", scenario: "ended" },
];

/** Of the portal and of the enrolment page ({@code enrol}), which has a browser of its own choice. */
export const SCENES = [...PORTAL_SCENES, ...DEVICE_SCENES, ...ENROL_SCENES];
