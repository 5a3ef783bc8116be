/** Hands a file to the browser out of the memory of the page, for what no link can fetch. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers have not begun to read it when click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
