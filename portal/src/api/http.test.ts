import { afterEach, describe, expect, it, vi } from "vitest";
import { SessionEndedError } from "../session/session";
import { Http } from "./http";
import { TroubleError, type Trouble } from "./trouble";

const token = (): Promise<string> => Promise.resolve("t0ken");
const http = new Http("https://id.example/realms/demo", token);
const impatient = new Http("https://id.example/realms/demo", token, 30);

function answer(status: number, body: unknown, type = "application/json"): void {
  const text = body === undefined ? null : JSON.stringify(body);
  vi.stubGlobal("fetch", () =>
    Promise.resolve(new Response(text, { status, headers: { "Content-Type": type } })),
  );
}

async function troubleWith(client: Http = http): Promise<Trouble> {
  const failed: unknown = await client.json("/x").catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(TroubleError);
  return (failed as TroubleError).trouble;
}

const problem = (type: string, more = {}): object => ({ type: `urn:sekisho:problem:${type}`, ...more });

afterEach(() => vi.unstubAllGlobals());

describe("a request", () => {
  it("carries the token and says what it accepts", async () => {
    const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response("[]")));
    vi.stubGlobal("fetch", fetched);
    expect(await http.json("/account/sessions/devices")).toEqual([]);
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe("https://id.example/realms/demo/account/sessions/devices");
    expect(init?.headers).toEqual({ Authorization: "Bearer t0ken", Accept: "application/json" });
  });

  it("may have an answer without body", async () => {
    answer(204, undefined);
    expect(await http.json("/x", { method: "DELETE" })).toBeUndefined();
  });

  it("does not wait for ever", async () => {
    vi.stubGlobal("fetch", (_url: string, init: RequestInit) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      }),
    );
    expect(await troubleWith(impatient)).toEqual({ kind: "time-out" });
  });

  it("does not wait for ever for a token", async () => {
    const never = new Http("", () => new Promise<string>(() => {}), 30);
    expect(await troubleWith(never)).toEqual({ kind: "time-out" });
  });

  it("tells that no answer came", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await troubleWith()).toEqual({ kind: "offline" });
  });
});

describe("a refused request", () => {
  it("by the tenant's rules has a reference number", async () => {
    answer(403, problem("access-refused", { reference: "7K2M9QXW4T" }), "application/problem+json");
    expect(await troubleWith()).toEqual({ kind: "access-refused", reference: "7K2M9QXW4T" });
  });

  it.each([
    [401, undefined, "session-ended", "HTTP 401"],
    [403, problem("not-allowed"), "not-allowed", "not-allowed"],
    [404, undefined, "not-found", "HTTP 404"],
    [429, undefined, "too-many", "HTTP 429"],
    [400, problem("query-invalid"), "request", "query-invalid"],
    [500, "no object", "server", "HTTP 500"],
    [503, { type: "about:blank" }, "server", "HTTP 503"],
  ])("with status %i is understood", async (status, body, kind, code) => {
    answer(status, body);
    expect(await troubleWith()).toEqual({ kind, code });
  });

  it("tells that the session has ended where no token is to be had", async () => {
    const ended = new Http("", () => Promise.reject(new SessionEndedError()));
    expect(await troubleWith(ended)).toEqual({ kind: "session-ended" });
  });
});
