/* Goes on as soon as the applications' sign-out frames have loaded, or after a while if one of them hangs. */
const LONGEST_WAIT_MS = 10_000;
const link = document.querySelector("a[data-follow-when-loaded]");

function goOn() {
  globalThis.location.replace(link.href);
}

if (link) {
  if (document.readyState === "complete") {
    goOn();
  } else {
    globalThis.addEventListener("load", goOn);
    setTimeout(goOn, LONGEST_WAIT_MS);
  }
}
