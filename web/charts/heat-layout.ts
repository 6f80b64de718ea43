import { wrap } from "./wrap.ts";

/** Side of a cell, height of a line of a label, and room for the years on top, in CSS pixels. */
export const CELL = 20;
export const LINE = 18;
const AXIS = 20;
const GAP = 4;

export interface Place {
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Cells stand beside the label, or below it where there is no room. */
  readonly cellsY: number;
}

export interface HeatLayout {
  readonly left: number;
  readonly height: number;
  readonly places: readonly Place[];
}

/** Labels in full beside their cells; on a narrow page above them. */
export function heatLayout(
  rows: readonly { readonly label: string }[],
  width: number,
  widthOf: (text: string) => number,
): HeatLayout {
  const isNarrow = width < 560;
  const left = isNarrow ? 0 : Math.min(520, width * 0.45);
  let y = AXIS;
  const places = rows.map(({ label }) => {
    const lines = wrap(label, isNarrow ? width : left - 16, widthOf);
    const text = lines.length * LINE;
    const height = isNarrow ? text + CELL : Math.max(CELL, text);
    const place = { y, height, lines, cellsY: isNarrow ? y + text : y };
    y += height + (isNarrow ? GAP * 2 : GAP);
    return place;
  });
  return { left, height: y, places };
}
