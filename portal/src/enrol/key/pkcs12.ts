import * as asn1js from "asn1js";
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from "pkijs";
import { fromPem } from "./pem";

const KEY_BAG = "1.2.840.113549.1.12.10.1.2";
const CERTIFICATE_BAG = "1.2.840.113549.1.12.10.1.3";
const X509 = "1.2.840.113549.1.9.22.1";
const FRIENDLY_NAME = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";

const ENCRYPTED_WITH_PASSWORD = 1;
const PLAIN = 0;
const INTEGRITY_BY_PASSWORD = 0;

/** 100 random bits need no slow derivation; it is there for importers that expect a usual number. */
const ITERATIONS = 10_000;

/** pkijs draws the initialisation vectors itself, but its types want one here, too. */
const AES_256 = { name: "AES-CBC", length: 256, iv: new Uint8Array(16) } as const;

export interface Identity {
  readonly privateKey: CryptoKey;
  /** The device's own, then the issuing authority's. Never a root: whoever imports must not come to trust one. */
  readonly certificates: readonly string[];
  readonly friendlyName: string;
}

/** RFC 7292 with PBES2 (AES-256-CBC, PBKDF2 with HMAC-SHA-256) and a MAC with SHA-256. */
export async function makePkcs12(identity: Identity, passphrase: string): Promise<ArrayBuffer> {
  const password = new TextEncoder().encode(passphrase).buffer;
  const encryption = {
    password,
    contentEncryptionAlgorithm: AES_256,
    hmacHashAlgorithm: "SHA-256",
    iterationCount: ITERATIONS,
  };
  const keyBag = await shroudedKey(identity.privateKey);
  await keyBag.makeInternalValues(encryption);
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: PLAIN, value: new SafeContents({ safeBags: [keySafe(identity, keyBag)] }) },
        { privacyMode: ENCRYPTED_WITH_PASSWORD, value: new SafeContents({ safeBags: certificateSafes(identity) }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, encryption] });
  const pfx = new PFX({ parsedValue: { integrityMode: INTEGRITY_BY_PASSWORD, authenticatedSafe: safe } });
  await pfx.makeInternalValues({
    password,
    iterations: ITERATIONS,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  return pfx.toSchema().toBER(false);
}

async function shroudedKey(privateKey: CryptoKey): Promise<PKCS8ShroudedKeyBag> {
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", privateKey);
  return new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) });
}

function keySafe(identity: Identity, bag: PKCS8ShroudedKeyBag): SafeBag {
  return new SafeBag({ bagId: KEY_BAG, bagValue: bag, bagAttributes: names(identity) });
}

function certificateSafes(identity: Identity): SafeBag[] {
  return identity.certificates.map(
    (pem, index) =>
      new SafeBag({
        bagId: CERTIFICATE_BAG,
        bagValue: new CertBag({ certId: X509, parsedValue: Certificate.fromBER(fromPem(pem)) }),
        // Only the device's own certificate belongs to the key and has its name.
        ...(index === 0 ? { bagAttributes: names(identity) } : {}),
      }),
  );
}

/** What the picker shows, and what ties the key to its certificate. */
function names(identity: Identity): Attribute[] {
  return [
    new Attribute({ type: FRIENDLY_NAME, values: [new asn1js.BmpString({ value: identity.friendlyName })] }),
    new Attribute({ type: LOCAL_KEY_ID, values: [new asn1js.OctetString({ valueHex: new Uint8Array([1]).buffer })] }),
  ];
}
