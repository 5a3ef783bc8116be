import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAuthority } from "../../../mock/authority.mjs";
import { makeKey, type KeyKind } from "./keys";
import { makePassphrase } from "./passphrase";
import { makePkcs12 } from "./pkcs12";
import { makeRequest } from "./request";

const NAME = "さくら保険代理店 青木のノートPC";
const folder = mkdtempSync(join(tmpdir(), "sekisho-p12-"));
const openssl = (...words: string[]): string => execFileSync("openssl", words, { cwd: folder, encoding: "utf8" });
const withOpenssl = describe.skipIf(spawnSync("openssl", ["version"]).status !== 0);

afterAll(() => rmSync(folder, { recursive: true }));

async function makeFile(kind: KeyKind): Promise<string> {
  const keys = await makeKey(kind);
  const request = await makeRequest(keys);
  const authority = await makeAuthority();
  const leaf = await authority.sign(request, NAME);
  const passphrase = makePassphrase();
  const certificates = [leaf, authority.certificate];
  const made = await makePkcs12({ privateKey: keys.privateKey, certificates, friendlyName: NAME }, passphrase);
  writeFileSync(join(folder, "device.p12"), new Uint8Array(made));
  writeFileSync(join(folder, "device.csr"), request);
  return passphrase;
}

withOpenssl.each(["EC-P256", "RSA-2048"] as const)("a file with a key of kind %s", (kind) => {
  let passphrase = "";
  const read = (...more: string[]): string =>
    openssl("pkcs12", "-in", "device.p12", "-passin", `pass:${passphrase}`, ...more);

  beforeAll(async () => {
    passphrase = await makeFile(kind);
  });

  it("has the key, the device's certificate and the issuing authority's", () => {
    const shown = read("-nodes");
    expect(shown.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(shown.match(/BEGIN PRIVATE KEY/g)).toHaveLength(1);
    expect(shown).toContain("localKeyID: 01");
  });

  it("carries the name that the picker shows", () => {
    const leaf = read("-clcerts", "-nokeys");
    // openssl shows the lower half of each character only; the file has both.
    expect(leaf).toMatch(/friendlyName: .*PC/);
    const name = Buffer.from(NAME, "utf16le").swap16();
    expect(readFileSync(join(folder, "device.p12")).includes(name)).toBe(true);
    expect(leaf.match(/BEGIN CERTIFICATE/g)).toHaveLength(1);
  });

  it("is encrypted with AES-256 and has a MAC with SHA-256", () => {
    const words = ["pkcs12", "-in", "device.p12", "-passin", `pass:${passphrase}`, "-info", "-noout"];
    const { stderr } = spawnSync("openssl", words, { cwd: folder, encoding: "utf8" });
    expect(stderr).toMatch(/MAC: sha256/);
    expect(stderr.match(/PBES2, PBKDF2, AES-256-CBC, Iteration \d+, PRF hmacWithSHA256/g)).toHaveLength(2);
  });

  it("is strict DER: old importers know no strings in pieces", () => {
    const parts = openssl("asn1parse", "-inform", "DER", "-in", "device.p12");
    expect(parts).not.toMatch(/cons: OCTET STRING/);
    expect(parts).not.toMatch(/l=inf/);
    expect(parts).not.toMatch(/HEX DUMP\]:0{32}/);
  });

  it("has no more inside than old importers know: definite lengths, strings in one piece, short salts", () => {
    const safe = openssl("asn1parse", "-inform", "DER", "-in", "device.p12", "-strparse", "26");
    expect(safe).toMatch(/pkcs7-encryptedData/);
    expect(safe).not.toMatch(/l=inf/);
    expect(safe).toMatch(/prim: cont \[ 0 \]/);
    expect(safe.match(/l= +8 prim: OCTET STRING/g)).toHaveLength(1);
    expect(safe.match(/l= +16 prim: OCTET STRING/g)).toHaveLength(1);
    expect(safe).not.toMatch(/HEX DUMP\]:0{16}/);
  });

  it("opens with nothing but the pass phrase", () => {
    const words = ["pkcs12", "-in", "device.p12", "-passin", "pass:wrong", "-nodes"];
    expect(spawnSync("openssl", words, { cwd: folder }).status).not.toBe(0);
  });

  it("begins with a request that proves the key", () => {
    const { stderr, status } = spawnSync("openssl", ["req", "-in", "device.csr", "-verify", "-noout"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(stderr).toMatch(/verify OK/);
  });
});
