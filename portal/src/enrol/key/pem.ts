/** RFC 7468: 64 signs of base64 a line. */
const LINE = 64;

export function toPem(label: string, der: ArrayBuffer): string {
  const lines = toBase64(new Uint8Array(der)).match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** The first block of a PEM text. */
export function fromPem(pem: string): ArrayBuffer {
  const block = /-----BEGIN [^-]+-----([\s\S]+?)-----END [^-]+-----/.exec(pem);
  if (block === null) {
    throw new Error("no PEM");
  }
  return fromBase64(block[1] ?? "");
}

export function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text.replace(/\s+/g, ""));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0)).buffer;
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/** What people paste as a request: trimmed, with either of the two names that are in use. Null where it is none. */
export function requestIn(text: string): string | null {
  const block = /-----BEGIN (NEW )?CERTIFICATE REQUEST-----[\s\S]+?-----END \1?CERTIFICATE REQUEST-----/.exec(text);
  return block === null ? null : `${block[0].replaceAll("NEW CERTIFICATE", "CERTIFICATE")}\n`;
}
