/* On every page: session watch, submit guard, password visibility, links to be followed once. */
import { checkAuthSession, startSessionPolling } from "../authChecker.js";

const RESUBMIT_AFTER_MS = 10_000;
const { ssoUrl, authSessionHash } = document.body.dataset;

if (ssoUrl) {
  startSessionPolling(ssoUrl);
}
if (authSessionHash) {
  checkAuthSession(authSessionHash);
}

/*
 * The answer to a form gets the address of the step that it shows, so that reload and back ask for that step instead
 * of sending the form again. Keycloak does the same with an inline script, see template.ftl.
 */
const step = document.querySelector('form[action*="/login-actions/"][action*="session_code="]');
if (step && new URLSearchParams(globalThis.location.search).has("session_code")) {
  const address = new URL(step.action);
  address.searchParams.delete("session_code");
  if (address.origin === globalThis.location.origin) {
    history.replaceState({}, "", address);
  }
}

/*
 * A second click is dropped, the first stays what it was: nothing is disabled, because a disabled button would not
 * send its name and value. If the answer never comes (stopped, off line) the form opens again.
 */
const submitting = new Map();

function reopen(form) {
  clearTimeout(submitting.get(form)?.timer);
  submitting.get(form)?.button?.classList.remove("sk-busy");
  submitting.get(form)?.button?.removeAttribute("aria-busy");
  submitting.delete(form);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) {
    return;
  }
  if (submitting.has(form)) {
    event.preventDefault();
    return;
  }
  const button = event.submitter;
  button?.classList.add("sk-busy");
  button?.setAttribute("aria-busy", "true");
  submitting.set(form, { button, timer: setTimeout(() => reopen(form), RESUBMIT_AFTER_MS) });
});

// The browser's back button may bring this very page back from its cache.
globalThis.addEventListener("pageshow", () => [...submitting.keys()].forEach(reopen));

for (const button of document.querySelectorAll("button[data-password-visibility]")) {
  const input = document.getElementById(button.dataset.passwordVisibility);
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? button.dataset.labelHide : button.dataset.labelShow;
    button.setAttribute("aria-label", visible ? button.dataset.ariaHide : button.dataset.ariaShow);
  };
  button.hidden = false;
  button.addEventListener("click", () => show(input.type === "password"));
  // A password in clear text must not stay in the browser's form history.
  input.form?.addEventListener("submit", () => show(false));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-once-link]");
  if (!link) {
    return;
  }
  if (link.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  link.setAttribute("aria-disabled", "true");
  link.classList.add("sk-busy");
});
