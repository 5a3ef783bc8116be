import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeAuthority, type Authority } from "../../../mock/authority.mjs";
import { EnrolmentApi } from "../api";
import { platformOf, type Platform } from "../platform";
import { enrol, fileName } from "./enrol";
import { fromPem } from "./pem";

const API = "https://id.example/realms/demo/sekisho-enrolment";
const sent: { readonly url: string; readonly init: RequestInit }[] = [];
const made: CryptoKeyPair[] = [];
let authority: Authority;

const platform = (userAgent: string): Platform => platformOf({ userAgent, touchPoints: 0, webCrypto: true });
const PC = platform("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0");
const MAC = platform("Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15");

beforeEach(async () => {
  sent.length = 0;
  made.length = 0;
  authority = await makeAuthority();
  const generate = crypto.subtle.generateKey.bind(crypto.subtle) as (...words: unknown[]) => Promise<CryptoKeyPair>;
  vi.spyOn(crypto.subtle, "generateKey").mockImplementation(async (...words: unknown[]) => {
    const keys = await generate(...words);
    made.push(keys);
    return keys as never;
  });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    const { request } = JSON.parse(String(init.body)) as { request: string };
    return Response.json({
      certificate: await authority.sign(request, "device"),
      chain: [authority.certificate],
      friendlyName: "さくら保険代理店 青木のノートPC",
      checkUrl: "https://demo--0a1b2c3d.certauth.example/check?s=x",
    });
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Everything of a request that could carry something, also what its PEM holds. */
function traffic(): Buffer {
  return Buffer.concat(
    sent.map(({ url, init }) => {
      const { request } = JSON.parse(String(init.body)) as { request: string };
      const text = url + JSON.stringify(init.headers) + String(init.body);
      return Buffer.concat([Buffer.from(text), Buffer.from(fromPem(request))]);
    }),
  );
}

it.each([
  ["an EC key", PC, ["d"]],
  ["an RSA key", MAC, ["d", "p", "q", "dp", "dq", "qi"]],
] as const)("neither %s nor the pass phrase is in any request", async (_name, on, secrets) => {
  const file = await enrol(new EnrolmentApi(API), "c".repeat(43), on);
  const all = traffic();
  expect(sent.map(({ url }) => url)).toEqual([`${API}/certificate`]);
  expect(made).toHaveLength(1);
  const jwk = await crypto.subtle.exportKey("jwk", made[0]!.privateKey);
  for (const secret of secrets) {
    const bytes = Buffer.from(jwk[secret] ?? "", "base64url");
    expect(bytes.length).toBeGreaterThan(30);
    expect(all.includes(bytes)).toBe(false);
    for (const encoding of ["base64url", "base64", "hex"] as const) {
      expect(all.includes(bytes.toString(encoding))).toBe(false);
    }
  }
  expect(all.includes("PRIVATE KEY")).toBe(false);
  expect(all.includes(file.passphrase)).toBe(false);
  expect(all.includes(file.passphrase.replaceAll("-", ""))).toBe(false);
  // The public half is there: the search above would have found the private one.
  const open = Buffer.from(jwk.x ?? jwk.n ?? "", "base64url");
  expect(all.includes(open)).toBe(true);
});

it("carries no cookie", async () => {
  await enrol(new EnrolmentApi(API), "c".repeat(43), PC);
  expect(sent.map(({ init }) => init.credentials)).toEqual(["omit"]);
});

it("gives the file a name that every system takes", async () => {
  expect((await enrol(new EnrolmentApi(API), "c", PC)).name).toBe("さくら保険代理店 青木のノートPC.p12");
  expect(fileName('a/b\\c:d*e?"<>|\n')).toBe("a b c d e.p12");
  expect(fileName("///")).toBe("sekisho.p12");
});
