import { afterEach, expect, it, vi } from "vitest";
import { Http } from "./http";
import { RecordsApi } from "./records";

const records = new RecordsApi(new Http("", () => Promise.resolve("t0ken")));

function answer(body: unknown): void {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(body))));
}

afterEach(() => vi.unstubAllGlobals());

it.each([[{ records: [] }], [{ records: [], next: null }]])("knows the last page by %j", async (body) => {
  answer(body);
  expect(await records.page({ kinds: [] }, null, 25)).toEqual({ records: [], next: null });
});

it("knows where the next page begins", async () => {
  answer({ records: [], next: "0197a2b3" });
  expect((await records.page({ kinds: [] }, null, 25)).next).toBe("0197a2b3");
});
