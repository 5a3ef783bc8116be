/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET = 4;

export interface QrDrawing {
  /** The edge of the square, in modules, with the quiet zone. */
  readonly size: number;
  /** One path for all dark modules: a run of neighbours is one rectangle. */
  readonly path: string;
}

/** Draws the rows that the server gives: 1 is dark. */
export function drawQr(rows: readonly string[]): QrDrawing {
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map((run) => {
        const width = run[0].length;
        return `M${run.index + QUIET} ${y + QUIET}h${width}v1h-${width}z`;
      }),
    )
    .join("");
  return { size: rows.length + 2 * QUIET, path };
}
