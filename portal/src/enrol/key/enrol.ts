import type { EnrolmentApi, Issued } from "../api";
import { keyKindOf, type Platform } from "../platform";
import { makeKey } from "./keys";
import { makePassphrase } from "./passphrase";
import { makePkcs12 } from "./pkcs12";
import { makeRequest } from "./request";

/** What is ready to be saved. The pass phrase is nowhere else. */
export interface DeviceFile {
  readonly bytes: ArrayBuffer;
  readonly name: string;
  readonly passphrase: string;
  readonly issued: Issued;
}

/** Makes the key in this page, has it certified, and puts both into a file. Only the request leaves the page. */
export async function enrol(
  api: EnrolmentApi,
  claim: string,
  platform: Platform,
): Promise<DeviceFile> {
  const keys = await makeKey(keyKindOf(platform.family));
  const request = await makeRequest(keys);
  const issued = await api.certificate(claim, request, "BROWSER", platform.label);
  const passphrase = makePassphrase();
  const bytes = await makePkcs12(
    {
      privateKey: keys.privateKey,
      certificates: [issued.certificate, ...issued.chain],
      friendlyName: issued.friendlyName,
    },
    passphrase,
  );
  return { bytes, name: fileName(issued.friendlyName), passphrase, issued };
}

/** Without what file systems refuse. */
export function fileName(friendlyName: string): string {
  const name = friendlyName.replace(/[\p{Cc}<>:"/\\|?*]+/gu, " ").replace(/\s+/g, " ").trim();
  return `${name === "" ? "sekisho" : name}.p12`;
}
