/** The two kinds of key that the authority signs; which one depends on who has to import it. */
export type KeyKind = "EC-P256" | "RSA-2048";

const ALGORITHMS = {
  "EC-P256": { name: "ECDSA", namedCurve: "P-256" },
  "RSA-2048": {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  },
} as const satisfies Readonly<Record<KeyKind, EcKeyGenParams | RsaHashedKeyGenParams>>;

/** Extractable, because it has to go into the file; it leaves the page in no other way. */
export function makeKey(kind: KeyKind): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHMS[kind], true, ["sign", "verify"]);
}
