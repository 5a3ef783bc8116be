/* Sends the SAML form on. submit(), not requestSubmit(): nothing may hold it back. */
const form = document.querySelector("form[data-auto-submit]");
if (form) {
  HTMLFormElement.prototype.submit.call(form);
}
