/* Copies text to the clipboard; wires buttons with data-copy-from. */

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard now */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Without https there is no clipboard interface.
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sk-visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

for (const button of document.querySelectorAll("button[data-copy-from]")) {
  const source = document.getElementById(button.dataset.copyFrom);
  const status = document.querySelector(`[data-copy-status="${button.dataset.copyFrom}"]`);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copyText(source.value);
    source.select();
    status.textContent = done ? button.dataset.copyDone : button.dataset.copyFailed;
  });
}
