/* The page of the SMS code: waiting time before the next message, and the code read from the message (WebOTP). */
import { digitsOf } from "./digits.js";

const form = document.querySelector("form[data-sms-code]");
const input = form?.querySelector("input[name=code]");
const resend = form?.querySelector("button[data-resend-wait]");

function countDown(button) {
  const hint = document.getElementById("sk-resend-wait");
  const end = performance.now() + Number(button.dataset.resendWait) * 1000;
  const tick = () => {
    const left = Math.ceil((end - performance.now()) / 1000);
    button.disabled = left > 0;
    if (left > 0) {
      hint.textContent = hint.dataset.waitText.replace("#", String(left));
      setTimeout(tick, 250);
    } else {
      hint.textContent = hint.dataset.readyText;
    }
  };
  tick();
}

async function readFromMessage() {
  const abort = new AbortController();
  form.addEventListener("submit", () => abort.abort());
  try {
    const message = await navigator.credentials.get({ otp: { transport: ["sms"] }, signal: abort.signal });
    const code = digitsOf(message?.code ?? "");
    if (code) {
      input.value = code;
      form.requestSubmit(document.getElementById("sk-code-submit"));
    }
  } catch {
    // Refused, aborted or not possible here: the user types the code.
  }
}

if (resend && Number(resend.dataset.resendWait) > 0) {
  countDown(resend);
}
if (input && navigator.credentials && "OTPCredential" in globalThis) {
  void readFromMessage();
}
