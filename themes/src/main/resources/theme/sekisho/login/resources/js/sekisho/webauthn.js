/*
 * Passkeys. Keycloak's own modules import "rfc4648" through an inline import map, which the content security policy
 * forbids; these speak the same form fields.
 */
const NOT_SPECIFIED = "not specified";

/** @param {string} text base64url, padded or not */
export function fromBase64Url(text) {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, ""));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** @param {ArrayBuffer} buffer @returns {string} base64url without padding */
export function toBase64Url(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const field = (id) => document.getElementById(id);
const specified = (value) => Boolean(value) && value !== NOT_SPECIFIED;

function fail(formId, error) {
  field("error").value = String(error);
  field(formId).requestSubmit();
}

/* ---- signing in ---- */

let pending;

function freshSignal() {
  pending?.abort(new DOMException("A newer request took over", "AbortError"));
  pending = new AbortController();
  return pending.signal;
}

function requestOptions(data) {
  const options = { rpId: data.rpId, challenge: fromBase64Url(data.challenge) };
  if (Number(data.timeout) > 0) {
    options.timeout = Number(data.timeout) * 1000;
  }
  if (specified(data.userVerification)) {
    options.userVerification = data.userVerification;
  }
  if (data.userIdentified === "true") {
    options.allowCredentials = [...document.querySelectorAll("#authn_select input[name=authn_use_chk]")].map((input) => ({
      id: fromBase64Url(input.value),
      type: "public-key",
    }));
  } else {
    options.allowCredentials = [];
  }
  return options;
}

function sendAssertion(credential) {
  const { response } = credential;
  field("clientDataJSON").value = toBase64Url(response.clientDataJSON);
  field("authenticatorData").value = toBase64Url(response.authenticatorData);
  field("signature").value = toBase64Url(response.signature);
  field("credentialId").value = credential.id;
  if (response.userHandle) {
    field("userHandle").value = toBase64Url(response.userHandle);
  }
  const remember = field("rememberMe");
  if (remember) {
    const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: "rememberMe", value: remember.checked ? "on" : "off" });
    field("webauth").append(hidden);
  }
  field("webauth").requestSubmit();
}

async function signIn(data) {
  if (!globalThis.PublicKeyCredential) {
    fail("webauth", data.unsupported);
    return;
  }
  try {
    sendAssertion(await navigator.credentials.get({ publicKey: requestOptions(data), signal: freshSignal() }));
  } catch (error) {
    fail("webauth", error);
  }
}

/* ---- offered by the browser beside the user ID field ---- */

const DISMISSED = "sekisho-passkey-dismissed";

function authSessionHash() {
  return document.cookie.match(/(?:^|;\s*)KC_AUTH_SESSION_HASH="?([^";]+)/)?.[1];
}

async function mayOffer(data) {
  if (!globalThis.PublicKeyCredential || data.userIdentified === "true" || data.mediation === "none") {
    return false;
  }
  if (data.attachment === "platform" && !(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) {
    return false;
  }
  if (data.mediation === "conditional") {
    return (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
  }
  // A dialog that the user has closed once does not come back in the same sign-in.
  const hash = authSessionHash();
  return !(data.mediation !== "silent" && (!hash || sessionStorage.getItem(DISMISSED) === hash));
}

async function offer(data) {
  if (!(await mayOffer(data))) {
    return;
  }
  try {
    const credential = await navigator.credentials.get({ publicKey: requestOptions(data), mediation: data.mediation, signal: freshSignal() });
    if (credential) {
      sendAssertion(credential);
    }
  } catch {
    const hash = authSessionHash();
    if (hash && (data.mediation === "optional" || data.mediation === "required")) {
      sessionStorage.setItem(DISMISSED, hash);
    }
  }
}

/* ---- registering ---- */

function authenticatorSelection(data) {
  const selection = {};
  if (specified(data.attachment)) {
    selection.authenticatorAttachment = data.attachment;
  }
  if (specified(data.residentKey)) {
    selection.residentKey = data.residentKey;
    selection.requireResidentKey = data.residentKey === "required";
  } else if (specified(data.requireResidentKey)) {
    selection.requireResidentKey = data.requireResidentKey === "Yes";
    selection.residentKey = selection.requireResidentKey ? "required" : "discouraged";
  }
  if (specified(data.userVerification)) {
    selection.userVerification = data.userVerification;
  }
  return selection;
}

function creationOptions(data) {
  const list = (text) => (text ? text.split(",").map((item) => item.trim()) : []);
  const algorithms = list(data.algorithms).map(Number);
  const options = {
    challenge: fromBase64Url(data.challenge),
    rp: { id: data.rpId, name: data.rpName },
    user: { id: fromBase64Url(data.userId), name: data.userName, displayName: data.userName },
    pubKeyCredParams: (algorithms.length > 0 ? algorithms : [-7]).map((alg) => ({ type: "public-key", alg })),
  };
  const selection = authenticatorSelection(data);
  const excluded = list(data.exclude).map((id) => ({ type: "public-key", id: fromBase64Url(id) }));
  if (specified(data.attestation)) {
    options.attestation = data.attestation;
  }
  if (Object.keys(selection).length > 0) {
    options.authenticatorSelection = selection;
  }
  if (Number(data.timeout) > 0) {
    options.timeout = Number(data.timeout) * 1000;
  }
  if (excluded.length > 0) {
    options.excludeCredentials = excluded;
  }
  return options;
}

function sendAttestation(credential, defaultLabel) {
  const { response } = credential;
  field("clientDataJSON").value = toBase64Url(response.clientDataJSON);
  field("attestationObject").value = toBase64Url(response.attestationObject);
  field("publicKeyCredentialId").value = toBase64Url(credential.rawId);
  field("transports").value = response.getTransports?.().join() ?? "";
  field("authenticatorAttachment").value = credential.authenticatorAttachment ?? "";
  field("authenticatorLabel").value = field("authenticatorLabel").value.trim() || defaultLabel;
  field("register").requestSubmit();
}

async function register(data) {
  if (!globalThis.PublicKeyCredential) {
    fail("register", data.unsupported);
    return;
  }
  try {
    sendAttestation(await navigator.credentials.create({ publicKey: creationOptions(data) }), data.defaultLabel);
  } catch (error) {
    fail("register", error);
  }
}

/* ---- wiring: the server accepts a challenge once, so each button works once ---- */

const getButton = document.querySelector("button[data-webauthn-get]");
const createButton = document.querySelector("button[data-webauthn-create]");

if (getButton) {
  getButton.addEventListener("click", () => signIn(getButton.dataset), { once: true });
  void offer(getButton.dataset);
}
if (createButton) {
  createButton.addEventListener("click", () => register(createButton.dataset), { once: true });
  // Enter in the name field must not send a registration without a key.
  field("register").addEventListener("submit", (event) => {
    if (!field("attestationObject").value && !field("error").value) {
      event.preventDefault();
      createButton.click();
    }
  });
}
