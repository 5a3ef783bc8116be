/* Shows while typing which rules the new password keeps. A help only: the server decides. */

// Printable ASCII that is neither letter nor digit, without the space.
const SYMBOL = /[!-/:-@[-`{-~]/;
const FOREIGN = /[^ -~]/;
const SUMMARY_DELAY_MS = 800;
// As on the server: shorter parts appear in good passwords by chance.
const SHORTEST_OWN_NAME = 4;

/**
 * @param {string} password
 * @param {string} confirmation
 * @param {{minLength: number, userId: string}} rules
 * @returns {Record<string, boolean>} rule name to whether it holds
 */
export function judge(password, confirmation, { minLength, userId }) {
  const names = userId.toLowerCase().split(/[@\s]+/).filter((name) => name.length >= SHORTEST_OWN_NAME);
  const lower = password.toLowerCase();
  return {
    length: [...password].length >= minLength,
    upper: /[A-Z]/.test(password),
    lower: /[a-z]/.test(password),
    digit: /[0-9]/.test(password),
    symbol: SYMBOL.test(password),
    ascii: password !== "" && !FOREIGN.test(password),
    userId: password !== "" && !names.some((name) => lower.includes(name)),
    equal: password !== "" && password === confirmation,
  };
}

const box = document.querySelector("[data-password-rules]");

if (box) {
  const password = document.getElementById(box.dataset.password);
  const confirmation = document.getElementById(box.dataset.confirm);
  const summary = box.querySelector("[data-rules-summary]");
  const rules = { minLength: Number(box.dataset.minLength), userId: box.dataset.userId };
  let speaking;

  const update = () => {
    const typed = password.value !== "" || confirmation.value !== "";
    const result = judge(password.value, confirmation.value, rules);
    let unmet = 0;
    for (const item of box.querySelectorAll("[data-rule]")) {
      const met = result[item.dataset.rule];
      unmet += met ? 0 : 1;
      item.dataset.state = typed ? (met ? "met" : "unmet") : "";
      item.querySelector("[data-rule-state]").textContent = typed ? (met ? box.dataset.textMet : box.dataset.textUnmet) : "";
    }
    // One sentence after a pause, so that a screen reader is not flooded with every key.
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      summary.textContent = !typed ? "" : unmet === 0 ? box.dataset.textAllMet : box.dataset.textSomeUnmet.replace("#", String(unmet));
    }, SUMMARY_DELAY_MS);
  };

  password.addEventListener("input", update);
  confirmation.addEventListener("input", update);
  update();
}
