export interface Authority {
  readonly certificate: string;
  sign(request: string, subject: string): Promise<string>;
}
export function makeAuthority(name?: string): Promise<Authority>;
export function pem(label: string, bytes: ArrayBuffer): string;
