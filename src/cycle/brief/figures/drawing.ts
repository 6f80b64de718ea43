import type * as Plot from "@observablehq/plot";
import type { Palette } from "./palette.ts";

export type Plotting = typeof Plot;

/** What a figure is drawn with. */
export interface Drawing {
  readonly plot: Plotting;
  readonly palette: Palette;
  /** Paint for what could not be seen. */
  readonly hatching: string;
}

/** Width of a figure, in CSS pixels. */
export const WIDTH = 720;

/** Usual advance width of a character at font size 10, in CSS pixels, to tell where a label must be cut. */
const CHARACTER = 4.9;

export function cutToFit(label: string, width: number): string {
  const fits = Math.floor(width / CHARACTER);
  return label.length <= fits ? label : `${label.slice(0, fits - 1).trimEnd()}…`;
}

/** A day as the instant Plot's UTC scale takes. */
export function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
