import { quantileOf } from "../order-statistics.ts";

/** The processing offset of Sentinel-2 baseline 04.00 and later: 0.1 of reflectance. */
const OFFSET_REFLECTANCE = 0.1;
const TOLERANCE = 0.15;
const LEAST_BANDS = 3;

/** What the bands say about a processing offset that one date carries and the other does not. */
export interface OffsetVerdict {
  readonly verdict: "none" | "mismatch" | "not asked";
  /** What was taken from the date after to undo it, in stored numbers; 0 without a mismatch. */
  readonly correction: number;
  /** Shift of each band over unchanged pixels, in stored numbers. */
  readonly shifts: readonly number[];
  readonly reason: string;
}

/**
 * Whether the date after is brighter or darker by the processing offset (0.1 of reflectance, ±15 %) in at least
 * three bands and most of them, over sampled pixels that are probably unchanged. Haze, snow and season differ from
 * band to band and between dark and bright ground; an offset does not. `unit` is the stored number of reflectance 1.
 */
export function guardOffset(
  before: readonly Float64Array[],
  after: readonly Float64Array[],
  unit: number | null,
): OffsetVerdict {
  const bands = Math.min(before.length, after.length);
  const spans = Array.from({ length: bands }, (_, k) => shiftOf(before[k]!, after[k]!));
  const shifts = spans.map(({ middle }) => middle);
  if (unit === null || bands < LEAST_BANDS) {
    const reason = unit === null ? "values are no reflectance" : `fewer than ${LEAST_BANDS} bands`;
    return { verdict: "not asked", correction: 0, shifts, reason };
  }
  const step = OFFSET_REFLECTANCE * unit;
  const fits = (sign: number) =>
    spans.filter(
      ({ dark, middle }) => near(sign * middle, step) && (dark === null || near(sign * dark, step)),
    );
  const wanted = Math.max(LEAST_BANDS, Math.ceil(0.6 * bands));
  const sign = [1, -1].find((one) => fits(one).length >= wanted);
  if (sign === undefined) {
    return { verdict: "none", correction: 0, shifts, reason: "no shift common to the bands" };
  }
  const side = sign > 0 ? "above" : "below";
  const reason = `${fits(sign).length} of ${bands} bands after lie 0.1 of reflectance ${side} those before`;
  return { verdict: "mismatch", correction: sign * step, shifts, reason };
}

function near(shift: number, step: number): boolean {
  return Math.abs(shift - step) <= TOLERANCE * step;
}

/** Shift of dark ground (null where a subtraction clipped it) and of the middle of the pixel differences. */
function shiftOf(before: Float64Array, after: Float64Array): { dark: number | null; middle: number } {
  const difference = after.map((value, i) => value - before[i]!);
  const [darkBefore, darkAfter] = [quantileOf(before, 0.05), quantileOf(after, 0.05)];
  const clipped = Math.min(darkBefore, darkAfter) <= 1e-6;
  return { dark: clipped ? null : darkAfter - darkBefore, middle: quantileOf(difference, 0.5) };
}

/** The stored number of reflectance 1 by the look of the values: 1, 10000, or null where they are something else. */
export function reflectanceUnit(
  bands: readonly (Float32Array | Float64Array)[],
  isWholeNumbers: boolean,
): number | null {
  const top = Math.max(...bands.map((band) => quantileOf(band, 0.99)));
  if (!isWholeNumbers && top > 0.02 && top <= 2.5) return 1;
  return top > 600 && top <= 25_000 ? 10_000 : null;
}
