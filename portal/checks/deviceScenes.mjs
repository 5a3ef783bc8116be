import { press } from "./press.mjs";

const ADD = /^(端末を登録する|Enrol a device)$/;
const OTHER = /ほかの端末（|Another one/;
const NEXT = /^(次へ|Next)$/;

const scene = (name, more = {}) => ({ name: `devices${name}`, path: "devices", ...more });

/** Makes a link for another device. */
async function link(page) {
  await press(page, ADD);
  await page.locator("#device-name").fill("営業部のタブレット");
  await page.getByText(OTHER).click();
  await press(page, NEXT);
  await page.waitForSelector("#enrolment");
  await page.waitForTimeout(400);
}

export const DEVICE_SCENES = [
  scene("", { act: (page) => page.locator(".sk-dead summary").click() }),
  scene("-empty", { scenario: "empty" }),
  scene("-add", { act: (page) => press(page, ADD) }),
  scene("-add-fault", {
    act: async (page) => {
      await press(page, ADD);
      await press(page, NEXT);
    },
  }),
  scene("-renew", { act: (page) => press(page, /更新する|Renew/) }),
  scene("-link", { act: link }),
  scene("-claimed", { scenario: "devices-claimed", act: link }),
  scene("-server-made", { scenario: "devices-server-made", act: link }),
  scene("-activated", { scenario: "devices-activated", act: link }),
  scene("-expired", { scenario: "devices-expired", act: link }),
  scene("-too-many", {
    scenario: "devices-too-many",
    act: async (page) => {
      await press(page, ADD);
      await page.locator("#device-name").fill("営業部のタブレット");
      await press(page, NEXT);
    },
  }),
  scene("-rename", { act: (page) => press(page, /名前を変える|Rename/) }),
  scene("-revoke", {
    act: async (page) => {
      await press(page, /青木のノートPCを失効させる|Revoke 青木/);
      await press(page, /^(失効させる|Revoke)$/);
    },
  }),
  scene("-revoked", {
    act: async (page) => {
      await press(page, /営業用iPhoneを失効させる|Revoke 営業/);
      await page.getByText(/なくした|Lost or/).click();
      await press(page, /^(失効させる|Revoke)$/);
    },
  }),
  scene("-session-needed", { scenario: "devices-session" }),
  scene("-fresh-needed", { scenario: "devices-fresh" }),
  scene("-limit", { scenario: "devices-limit" }),
  scene("-left-of-plan", { scenario: "devices-left" }),
  scene("-not-in-plan", { scenario: "no-devices" }),
];
