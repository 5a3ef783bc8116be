/* A certificate authority for the mock server and the tests; made anew in each process, and nobody trusts it. */
import * as asn1js from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificationRequest,
  Extension,
} from "pkijs";

const COMMON_NAME = "2.5.4.3";
const BASIC_CONSTRAINTS = "2.5.29.19";
const DAY = 86_400_000;

export async function makeAuthority(name = "Device CA demo G1") {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const own = certificate(name, name, 1, true);
  await own.subjectPublicKeyInfo.importKey(keys.publicKey);
  await own.sign(keys.privateKey, "SHA-256");
  let serial = 1;
  return {
    certificate: pem("CERTIFICATE", own.toSchema(true).toBER(false)),
    /** Signs a PKCS#10 request after looking at its proof of possession. */
    async sign(requestPem, subject) {
      const request = CertificationRequest.fromBER(der(requestPem));
      if (!(await request.verify())) {
        throw new Error("not proven");
      }
      const leaf = certificate(subject, name, ++serial, false);
      leaf.subjectPublicKeyInfo = request.subjectPublicKeyInfo;
      await leaf.sign(keys.privateKey, "SHA-256");
      return pem("CERTIFICATE", leaf.toSchema(true).toBER(false));
    },
  };
}

function certificate(subject, issuer, serial, authority) {
  const made = new Certificate({ version: 2, serialNumber: new asn1js.Integer({ value: serial }) });
  made.subject.typesAndValues.push(commonName(subject));
  made.issuer.typesAndValues.push(commonName(issuer));
  made.notBefore.value = new Date(Date.now() - DAY);
  made.notAfter.value = new Date(Date.now() + 397 * DAY);
  made.extensions = [
    new Extension({
      extnID: BASIC_CONSTRAINTS,
      critical: true,
      extnValue: new BasicConstraints({ cA: authority }).toSchema().toBER(false),
    }),
  ];
  return made;
}

function commonName(value) {
  return new AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1js.Utf8String({ value }) });
}

export function pem(label, bytes) {
  const lines = Buffer.from(bytes).toString("base64").match(/.{1,64}/g);
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

function der(text) {
  const bytes = Buffer.from(text.replace(/-----[^-]+-----|\s/g, ""), "base64");
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
