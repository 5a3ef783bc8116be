/*
 * What an answer of the sign-in adds to an address (RFC 6749 §4.1.2, RFC 9207, and Keycloak's own), in the query or in
 * the fragment.
 */
const ANSWER = [
  "code",
  "state",
  "iss",
  "session_state",
  "error",
  "error_description",
  "error_uri",
  "kc_action",
  "kc_action_status",
];

/**
 * The address without an old answer: a tab that a browser restores may still have one, whose state nobody knows any
 * more, and the server refuses to send anybody back to such an address.
 */
export function withoutAnswer(address: string): string {
  const url = new URL(address);
  ANSWER.forEach((name) => url.searchParams.delete(name));
  if (new URLSearchParams(url.hash.slice(1)).has("state")) {
    url.hash = "";
  }
  return url.href;
}
