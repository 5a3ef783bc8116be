import { describe, expect, it } from "vitest";
import { drawQr } from "./qr";

/** Reads a path back, as a renderer would. */
function rowsOf({ size, path }: { size: number; path: string }): string[] {
  const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => "0"));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(width); step++) {
      cells[Number(y)]![Number(x) + step] = "1";
    }
  }
  return cells.slice(4, size - 4).map((row) => row.slice(4, size - 4).join(""));
}

describe("a QR code", () => {
  const rows = ["10110", "01010", "00000", "11111", "10001"];

  it("has a quiet zone of four modules on each side", () => {
    const { size, path } = drawQr(rows);
    expect(size).toBe(13);
    expect(path.startsWith("M4 4h1v1h-1zM6 4h2v1h-2z")).toBe(true);
  });

  it("has every module of the rows, and no other", () => {
    const drawing = drawQr(rows);
    expect(rowsOf(drawing)).toEqual(rows);
    expect(drawing.path.replace(/M\d+ \d+h\d+v1h-\d+z/g, "")).toBe("");
  });
});
