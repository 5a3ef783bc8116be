/* Print, save and copy the recovery codes. */
import { copyText } from "./copy-code.js";

const tools = document.querySelector("[data-recovery-codes]");

function numberedCodes() {
  const items = document.querySelectorAll(`#${tools.dataset.recoveryCodes} li`);
  return [...items].map((item, index) => `${index + 1}: ${item.textContent.trim()}`).join("\r\n");
}

function fileText() {
  const { fileHeader, fileDescription, fileDate } = tools.dataset;
  const now = new Date().toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "long" });
  return [fileHeader, "", numberedCodes(), "", fileDescription, "", `${fileDate} ${now}`, ""].join("\r\n");
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", fileText()], { type: "text/plain;charset=utf-8" }));
  link.download = tools.dataset.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function copy() {
  const done = await copyText(numberedCodes());
  document.getElementById("sk-recovery-status").textContent = done ? tools.dataset.copied : tools.dataset.copyFailed;
}

if (tools) {
  tools.hidden = false;
  document.getElementById("printRecoveryCodes").addEventListener("click", () => globalThis.print());
  document.getElementById("downloadRecoveryCodes").addEventListener("click", save);
  document.getElementById("copyRecoveryCodes").addEventListener("click", copy);
}
