/** What the mock server knows about a user; times are around the start of the process. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CHROME = { browser: "Chrome", browserVersion: "141.0", os: "Windows", osVersion: "11", mobile: false };
const SAFARI = { browser: "Safari", browserVersion: "18.1", os: "iOS", osVersion: "18.1", mobile: true };
const EDGE = { browser: "Edge", browserVersion: "141.0", os: "Windows", osVersion: "11", mobile: false };
const UNKNOWN = { browser: "Firefox", browserVersion: "144.0", os: "Linux", mobile: false };

const MAIL = { application: "mail-gateway", applicationName: "メールゲートウェイ", protocol: "openid-connect" };
const M365 = { application: "urn:federation:MicrosoftOnline", applicationName: "Microsoft 365", protocol: "saml" };
const PORTAL = { application: "account-console", protocol: "openid-connect" };

const OFFICE = { address: "203.0.113.5", device: CHROME };
const TWO = { factors: ["PASSWORD", "SMS"] };

/** One of each kind and reason, and some ordinary days. */
const STORIES = [
  { ago: 6 * MINUTE, kind: "SIGN_IN", ...OFFICE, ...PORTAL, ...TWO, thisSession: true },
  { ago: 9 * HOUR, kind: "FAILED_ATTEMPT", address: "198.51.100.77", device: UNKNOWN, ...PORTAL, failedFactor: "PASSWORD", reason: "wrong_password", factors: [] },
  { ago: 16 * HOUR, kind: "SIGN_OFF", ...OFFICE, ...PORTAL, reason: "by_user" },
  { ago: 22 * HOUR, kind: "APPLICATION_ENTRY", ...OFFICE, ...MAIL, ...TWO },
  { ago: 23 * HOUR, kind: "APPLICATION_ENTRY", ...OFFICE, ...M365, ...TWO },
  { ago: 24 * HOUR, kind: "SIGN_IN", ...OFFICE, ...PORTAL, ...TWO },
  { ago: 24.1 * HOUR, kind: "FAILED_ATTEMPT", ...OFFICE, ...PORTAL, failedFactor: "SMS", reason: "wrong_code", factors: ["PASSWORD"] },
  { ago: 2 * DAY, kind: "TIME_OUT", address: "2001:db8:85a3::8a2e:370:7334", device: SAFARI },
  { ago: 2.4 * DAY, kind: "SIGN_IN", address: "2001:db8:85a3::8a2e:370:7334", device: SAFARI, ...M365, factors: ["PASSWORD", "PASSKEY"] },
  { ago: 3 * DAY, kind: "REFUSAL", address: "192.0.2.44", device: EDGE, ...M365, factors: ["PASSWORD"], reason: "address_refused", reference: "7K2M9QXW4T", rule: "社外から", zone: "OTHERS" },
  { ago: 4 * DAY, kind: "ADMINISTRATIVE_END", ...OFFICE, reason: "by_administrator" },
  { ago: 5 * DAY, kind: "SIGN_OFF", ...OFFICE, ...MAIL, reason: "by_application" },
  { ago: 5.2 * DAY, kind: "REFUSAL", ...OFFICE, ...MAIL, factors: ["PASSWORD"], reason: "factor_not_set_up", reference: "3HV8CDN2RP" },
  { ago: 6 * DAY, kind: "FAILED_ATTEMPT", address: "192.0.2.44", reason: "locked" },
  { ago: 7 * DAY, kind: "REFUSAL", ...OFFICE, ...MAIL, ...TWO, reason: "application", reference: "9ZKQ4MTW7B" },
];

/** Newest first, as the interface gives them; ids fall with the time. */
export function history(now) {
  const stories = [...STORIES];
  for (let day = 8; day < 60; day++) {
    stories.push({ ago: day * DAY, kind: "SIGN_OFF", ...OFFICE, ...PORTAL, reason: "by_user" });
    stories.push({ ago: (day + 0.3) * DAY, kind: "SIGN_IN", ...OFFICE, ...PORTAL, ...TWO });
  }
  return stories.map(({ ago, ...record }, index) => ({
    id: `0197a2b3-0000-7000-8000-${String(1000 - index).padStart(12, "0")}`,
    at: Math.round(now - ago),
    userId: USER.userId,
    ...record,
  }));
}

export const USER = {
  userId: "taro@12345678.insurance-agt.ne.jp",
  lastName: "山田",
  firstName: "太郎",
  yomi: "やまだ たろう",
  email: "taro@yamada-hoken.example",
  company: "山田保険事務所",
  department: "営業部",
  title: "課長",
  phone: "03-1234-5678",
  locale: "ja",
};

export const APPLICATIONS = [
  { id: "m365", name: "Microsoft 365", description: "メール、予定表、Office", url: "#m365", icon: "microsoft-365" },
  { id: "mail-gateway", name: "メールゲートウェイ", description: "添付ファイルの受け渡し、迷惑メールの確認", url: "#mail", icon: "mail" },
  { id: "agency", name: "代理店システム", description: "契約の照会", url: "#agency", icon: "application" },
];

export function security(now) {
  return {
    password: { changedAt: now - 76 * DAY, expiresAt: now + 14 * DAY },
    phone: { masked: "+81 90-****-5678", registeredAt: now - 200 * DAY },
    totp: [{ id: "totp-1", label: "会社のスマートフォン", createdAt: now - 30 * DAY }],
    passkeys: [
      { id: "key-1", label: "会社のパソコン", createdAt: now - 20 * DAY },
      { id: "key-2", label: "", createdAt: now - 3 * DAY },
    ],
    recoveryCodes: { remaining: 3, total: 12, createdAt: now - 200 * DAY },
  };
}

export function devices(now) {
  const seconds = (at) => Math.round(at / 1000);
  const session = (id, address, browser, started, used, current = false) => ({
    id,
    ipAddress: address,
    started: seconds(now - started),
    lastAccess: seconds(now - used),
    browser,
    current,
    clients: [{ clientId: "account-console", clientName: "${client_account-console}" }],
  });
  return [
    {
      os: "Windows",
      osVersion: "10",
      device: "Other",
      mobile: false,
      sessions: [
        session("s-1", "203.0.113.5", "Chrome/141.0.0", 6 * MINUTE, MINUTE, true),
        session("s-2", "203.0.113.8", "Edge/141.0.0", 5 * HOUR, 2 * HOUR),
      ],
    },
    {
      os: "iOS",
      osVersion: "18.1",
      device: "iPhone",
      mobile: true,
      sessions: [session("s-3", "2001:db8:85a3::8a2e:370:7334", "Mobile Safari/18.1", 7 * HOUR, 3 * HOUR)],
    },
  ];
}
