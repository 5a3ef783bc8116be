import * as asn1js from "asn1js";
import { AlgorithmIdentifier } from "pkijs";

const PBES2 = "1.2.840.113549.1.5.13";
const PBKDF2 = "1.2.840.113549.1.5.12";
const HMAC_SHA256 = "1.2.840.113549.2.9";
const AES_256_CBC = "2.16.840.1.101.3.4.1.42";

/**
 * Octets. As short as OpenSSL's: there are importers that failed with longer ones, and a pass phrase of 100 random bits
 * needs none against prepared tables.
 */
export const SALT = 8;

/** For the same reason no more than is usual; the pass phrase cannot be guessed either way. */
export const ITERATIONS = 10_000;

export interface Encrypted {
  readonly algorithm: AlgorithmIdentifier;
  readonly content: ArrayBuffer;
}

/** PKCS#5 (RFC 8018): AES-256-CBC with a key from PBKDF2 with HMAC-SHA-256. */
export async function encrypt(content: ArrayBuffer, passphrase: string): Promise<Encrypted> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const secret = new TextEncoder().encode(passphrase);
  const base = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS },
    base,
    { name: "AES-CBC", length: 256 },
    false,
    ["encrypt"],
  );
  return {
    algorithm: algorithm(salt.buffer, iv.buffer),
    content: await crypto.subtle.encrypt({ name: "AES-CBC", iv }, key, content),
  };
}

function algorithm(salt: ArrayBuffer, iv: ArrayBuffer): AlgorithmIdentifier {
  const derivation = sequence(
    oid(PBKDF2),
    sequence(
      new asn1js.OctetString({ valueHex: salt }),
      new asn1js.Integer({ value: ITERATIONS }),
      sequence(oid(HMAC_SHA256), new asn1js.Null()),
    ),
  );
  const scheme = sequence(oid(AES_256_CBC), new asn1js.OctetString({ valueHex: iv }));
  return new AlgorithmIdentifier({ algorithmId: PBES2, algorithmParams: sequence(derivation, scheme) });
}

function oid(value: string): asn1js.ObjectIdentifier {
  return new asn1js.ObjectIdentifier({ value });
}

function sequence(...value: asn1js.AsnType[]): asn1js.Sequence {
  return new asn1js.Sequence({ value });
}
