import * as asn1js from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  DigestInfo,
  EncryptedContentInfo,
  EncryptedData,
  getCrypto,
  MacData,
  PFX,
  PKCS8ShroudedKeyBag,
  SafeBag,
  SafeContents,
} from "pkijs";
import { encrypt, ITERATIONS, SALT } from "./pbes2";
import { fromPem } from "./pem";

const KEY_BAG = "1.2.840.113549.1.12.10.1.2";
const CERTIFICATE_BAG = "1.2.840.113549.1.12.10.1.3";
const X509 = "1.2.840.113549.1.9.22.1";
const FRIENDLY_NAME = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";
const SHA_256 = "2.16.840.1.101.3.4.2.1";

export interface Identity {
  readonly privateKey: CryptoKey;
  /** The device's own, then the issuing authority's. Never a root: whoever imports must not come to trust one. */
  readonly certificates: readonly string[];
  readonly friendlyName: string;
}

/**
 * RFC 7292: the key and the certificates, each encrypted by {@link encrypt}, and a MAC with SHA-256. Put together by
 * hand, because PKI.js would write long strings in pieces (BER), which not every importer reads.
 */
export async function makePkcs12(identity: Identity, passphrase: string): Promise<ArrayBuffer> {
  const safe = new AuthenticatedSafe({
    safeContents: [
      plain(new SafeContents({ safeBags: [await keyBag(identity, passphrase)] })),
      await encrypted(new SafeContents({ safeBags: certificateBags(identity) }), passphrase),
    ],
  });
  const content = safe.toSchema().toBER(false);
  const pfx = new PFX({
    version: 3,
    authSafe: new ContentInfo({ contentType: ContentInfo.DATA, content: octets(content) }),
    macData: await mac(content, passphrase),
  });
  return pfx.toSchema().toBER(false);
}

async function keyBag(identity: Identity, passphrase: string): Promise<SafeBag> {
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", identity.privateKey);
  const { algorithm, content } = await encrypt(pkcs8, passphrase);
  return new SafeBag({
    bagId: KEY_BAG,
    bagValue: new PKCS8ShroudedKeyBag({ encryptionAlgorithm: algorithm, encryptedData: octets(content) }),
    bagAttributes: names(identity),
  });
}

function certificateBags(identity: Identity): SafeBag[] {
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
    new Attribute({ type: LOCAL_KEY_ID, values: [octets(new Uint8Array([1]).buffer)] }),
  ];
}

function plain(contents: SafeContents): ContentInfo {
  return new ContentInfo({ contentType: ContentInfo.DATA, content: octets(contents.toSchema().toBER(false)) });
}

async function encrypted(contents: SafeContents, passphrase: string): Promise<ContentInfo> {
  const { algorithm, content } = await encrypt(contents.toSchema().toBER(false), passphrase);
  const data = new EncryptedData({
    version: 0,
    encryptedContentInfo: new EncryptedContentInfo({
      contentType: ContentInfo.DATA,
      contentEncryptionAlgorithm: algorithm,
      encryptedContent: octets(content),
      disableSplit: true,
    }),
  });
  return new ContentInfo({ contentType: ContentInfo.ENCRYPTED_DATA, content: data.toSchema() });
}

async function mac(content: ArrayBuffer, passphrase: string): Promise<MacData> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT)).buffer;
  const digest = await getCrypto(true).stampDataWithPassword({
    password: new TextEncoder().encode(passphrase).buffer,
    hashAlgorithm: "SHA-256",
    salt,
    iterationCount: ITERATIONS,
    contentToStamp: content,
  });
  return new MacData({
    mac: new DigestInfo({
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1js.Null() }),
      digest: octets(digest),
    }),
    macSalt: octets(salt),
    iterations: ITERATIONS,
  });
}

function octets(valueHex: ArrayBuffer): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex });
}
