import { afterEach, describe, expect, it, vi } from "vitest";
import { asProblem, EnrolmentApi, Problem } from "./api";

const BASE = "https://id.example/realms/demo/sekisho-enrolment";
const api = new EnrolmentApi(BASE);

function answer(status: number, body: unknown): void {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body, { status })));
}

async function problemWith(asked: EnrolmentApi = api): Promise<Problem> {
  const failed: unknown = await asked.claim("t").catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Problem);
  return failed as Problem;
}

const problem = (type: string, more = {}): object => ({ type: `urn:sekisho:problem:${type}`, ...more });

afterEach(() => vi.unstubAllGlobals());

describe("the interface of the enrolment page", () => {
  it("sends the token in the body only, and no code where there is none", async () => {
    const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json({})));
    vi.stubGlobal("fetch", fetched);
    await api.claim("secret");
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(`${BASE}/claim`);
    expect(init?.body).toBe('{"token":"secret"}');
    expect(init?.credentials).toBe("omit");
  });

  it.each([
    [404, problem("enrolment-unknown"), "enrolment-unknown", {}],
    [403, problem("pairing-code-wrong", { triesLeft: 3 }), "pairing-code-wrong", { triesLeft: 3 }],
    [400, problem("certificate-request-refused", { reason: "KEY_KNOWN" }), "certificate-request-refused", { reason: "KEY_KNOWN" }],
    [502, "no object", "HTTP 502", {}],
    [503, { type: "about:blank" }, "HTTP 503", {}],
  ])("understands a refusal with status %i", async (status, body, type, more) => {
    answer(status, body);
    const found = await problemWith();
    expect(found.type).toBe(type);
    expect(found.more).toEqual(more);
  });

  it("tells that no answer came", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect((await problemWith()).type).toBe("offline");
  });

  it("does not wait for ever", async () => {
    vi.stubGlobal("fetch", (_url: string, init: RequestInit) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
      }),
    );
    expect((await problemWith(new EnrolmentApi(BASE, 30))).type).toBe("time-out");
  });

  it("takes a fault of the page for one", () => {
    expect(asProblem(new Error("no key")).type).toBe("page-failed");
  });
});
