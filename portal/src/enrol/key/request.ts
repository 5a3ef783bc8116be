import * as asn1js from "asn1js";
import { AttributeTypeAndValue, CertificationRequest } from "pkijs";
import { toPem } from "./pem";

const COMMON_NAME = "2.5.4.3";

/**
 * PKCS#10 (RFC 2986): the public key, and the proof that the page has the private one. The server decides the
 * subject; ours says only where the request comes from.
 */
export async function makeRequest(keys: CryptoKeyPair): Promise<string> {
  const request = new CertificationRequest({ version: 0 });
  request.subject.typesAndValues.push(
    new AttributeTypeAndValue({
      type: COMMON_NAME,
      value: new asn1js.Utf8String({ value: "Sekisho enrolment page" }),
    }),
  );
  await request.subjectPublicKeyInfo.importKey(keys.publicKey);
  await request.sign(keys.privateKey, "SHA-256");
  return toPem("CERTIFICATE REQUEST", request.toSchema(true).toBER(false));
}
