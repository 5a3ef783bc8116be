import type { SigningKey } from "../../api/federation";

/** The certificate in use, and the one that comes after it, where one is announced. */
export function inUse(keys: readonly SigningKey[]): readonly (SigningKey | undefined)[] {
  const active = keys.find((key) => key.state === "ACTIVE");
  const next = keys.find(
    (key) => key.state === "PASSIVE" && active !== undefined && key.expires > active.expires,
  );
  return [active, next];
}
