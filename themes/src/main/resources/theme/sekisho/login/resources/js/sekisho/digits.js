/* One-time code fields: full-width digits become plain ones, spaces and hyphens go, also from what is pasted. */

/** @param {string} text @returns {string} its digits, as 0-9 */
export function digitsOf(text) {
  return text.normalize("NFKC").replace(/[^0-9]/g, "");
}

for (const input of document.querySelectorAll("input[data-digits]")) {
  const most = Number(input.dataset.digits);
  const tidy = () => {
    const digits = digitsOf(input.value).slice(0, most);
    if (digits !== input.value) {
      input.value = digits;
    }
  };

  input.pattern = "[0-9]*";
  input.addEventListener("input", (event) => {
    // An input method still composes: changing the value now would break its text.
    if (!event.isComposing) {
      tidy();
    }
  });
  input.addEventListener("compositionend", tidy);
  input.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text");
    if (pasted === undefined) {
      return;
    }
    event.preventDefault();
    input.setRangeText(digitsOf(pasted), input.selectionStart, input.selectionEnd, "end");
    tidy();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.form?.addEventListener("submit", tidy);
}
