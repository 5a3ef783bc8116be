/** Letters and digits without 0, 1, I and O, which are mistaken for one another: 32 signs, 5 bits each. */
export const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const SIGNS = 20;
const GROUP = 5;

/**
 * 100 random bits in four groups of five signs. The hyphens belong to it: what is copied and what is typed off the
 * screen are the same.
 */
export function makePassphrase(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SIGNS));
  // 256 is a multiple of 32, so no sign is likelier than another.
  const signs = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return Array.from({ length: SIGNS / GROUP }, (_, group) =>
    signs.slice(group * GROUP, (group + 1) * GROUP).join(""),
  ).join("-");
}
