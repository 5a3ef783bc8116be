import { expect, it } from "vitest";
import { sessionsOf } from "./sessions";

it("lists this session first, then the one used last, in milliseconds", () => {
  const sessions = sessionsOf([
    {
      os: "Windows",
      osVersion: "10",
      mobile: false,
      sessions: [
        { id: "old", lastAccess: 100, started: 50, ipAddress: "203.0.113.8", browser: "Edge/141.0.0" },
        { id: "mine", lastAccess: 90, current: true, browser: "Chrome/141.0.0" },
      ],
    },
    { os: "iOS", mobile: true, sessions: [{ id: "phone", lastAccess: 200 }] },
  ]);
  expect(sessions.map((session) => session.id)).toEqual(["mine", "phone", "old"]);
  expect(sessions[2]).toEqual({
    id: "old",
    current: false,
    mobile: false,
    browser: "Edge",
    browserVersion: "141.0.0",
    os: "Windows",
    osVersion: "10",
    address: "203.0.113.8",
    startedAt: 50_000,
    usedAt: 100_000,
  });
});

it("leaves out what Keycloak does not know", () => {
  const [session] = sessionsOf([
    { os: "Other", osVersion: "Unknown", sessions: [{ id: "x", browser: "Unknown/Unknown" }] },
  ]);
  expect(session).toMatchObject({ os: "", osVersion: "", browser: "", browserVersion: "" });
});

it("keeps a browser's name of two words whole", () => {
  const [session] = sessionsOf([{ sessions: [{ id: "x", browser: "Mobile Safari/18.1" }] }]);
  expect(session).toMatchObject({ browser: "Mobile Safari", browserVersion: "18.1" });
});
