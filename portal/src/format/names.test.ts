import { describe, expect, it } from "vitest";
import { translate, type TextKey, type Values } from "../i18n/translate";
import { applicationName, deviceName, personName } from "./names";

const ja = (key: TextKey, values?: Values): string => translate("ja", key, values);
const en = (key: TextKey, values?: Values): string => translate("en", key, values);
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("a device", () => {
  it("is called by browser and operating system", () => {
    const device = { browser: "Chrome", browserVersion: "141.0", os: "Windows", osVersion: "11" };
    expect(plain(deviceName(ja, device))).toBe("Chrome 141・Windows 11");
    expect(plain(deviceName(en, device))).toBe("Chrome 141, Windows 11");
  });

  it("keeps a version that says something", () => {
    expect(plain(deviceName(en, { browser: "Safari", browserVersion: "18.1" }))).toBe("Safari 18.1");
    expect(plain(deviceName(en, { browser: "Edge", browserVersion: "141.0.3537.57" }))).toBe("Edge 141");
  });

  it("is unknown where nothing is known", () => {
    expect(deviceName(ja, {})).toBe("不明な端末");
    expect(deviceName(ja, null)).toBe("不明な端末");
  });
});

describe("an application", () => {
  it("has its own name", () => {
    expect(applicationName(ja, { application: "mail", applicationName: "Mail gateway" })).toBe("Mail gateway");
  });

  it("is the main menu where it is the portal itself", () => {
    const record = { application: "account-console", applicationName: "${client_account-console}" };
    expect(applicationName(ja, record)).toBe("メインメニュー");
  });

  it("is called by its id where it has no name, or only a key of Keycloak's", () => {
    expect(applicationName(ja, { application: "crm", applicationName: "${client_crm}" })).toBe("crm");
    expect(applicationName(ja, { application: "crm" })).toBe("crm");
    expect(applicationName(ja, {})).toBe("");
  });
});

describe("a person", () => {
  const taro = { userId: "taro@example.jp", firstName: "太郎", lastName: "山田" };

  it("is called in the order of the language", () => {
    expect(personName(ja, taro)).toBe("山田 太郎");
    expect(personName(en, taro)).toBe("太郎 山田");
  });

  it("is called by the user ID where no name is registered", () => {
    expect(personName(ja, { ...taro, firstName: "", lastName: "" })).toBe("taro@example.jp");
  });
});
