import type { OwnDevice } from "../../api/devices";

/** From this many days before its end on, a certificate can be renewed, and the page warns. */
export const WARNING_DAYS = 30;

export function isLive(device: OwnDevice): boolean {
  return device.state !== "REVOKED" && device.state !== "EXPIRED";
}

/** This device first, then the one that was used last. */
export function inOrder(devices: readonly OwnDevice[]): readonly OwnDevice[] {
  const used = (device: OwnDevice): number => device.lastUsedAt ?? device.issuedAt;
  return [...devices].sort(
    (a, b) => Number(b.thisDevice) - Number(a.thisDevice) || used(b) - used(a),
  );
}
