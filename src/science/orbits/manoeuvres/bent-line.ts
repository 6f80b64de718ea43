import type { AlongTrack } from "./along-track.ts";
import { respond, type Response } from "./response.ts";

/** A parabola with one bend, fitted to distances and rates around it. */
export interface BentLine {
  /** Metres per day. */
  readonly step: number;
  /** What the bend explains, and what is left per degree of freedom, in variances. */
  readonly gain: number;
  readonly left: number;
}

/** Rates scatter less from one set to the next than they err. */
const RATE_WEIGHT = 0.5;

/**
 * Fits sets `from` to `to` (exclusive) by distance, rate and drag before `day`, and a step of the rate on it, by
 * weighted least squares; null where fewer than two sets lie on either side.
 */
export function fitBentLine(
  { days, metres, metresPerDay }: AlongTrack,
  { from, to }: { readonly from: number; readonly to: number },
  day: number,
  response: Response,
  scatter: { readonly metres: number; readonly metresPerDay: number },
): BentLine | null {
  const normal = new Float64Array(20);
  const [said, forDistance, forRate] = [
    new Float64Array(2),
    Float64Array.of(1, 0, 0, 0),
    new Float64Array(4),
  ];
  forRate[1] = 1;
  const [wd, wr] = [1 / scatter.metres ** 2, (RATE_WEIGHT / scatter.metresPerDay) ** 2];
  const [base, slope] = [metres[from]!, metresPerDay[from]!];
  let [total, after] = [0, 0];
  for (let i = from; i < to; i++) {
    const x = days[i]! - day;
    if (x > 0) after++;
    respond(response, x, said);
    [forDistance[1], forDistance[2], forDistance[3]] = [x, (x * x) / 2, said[0]!];
    [forRate[2], forRate[3]] = [x, said[1]!];
    const distance = metres[i]! - base - slope * (days[i]! - days[from]!);
    const rate = metresPerDay[i]! - slope;
    accumulate(normal, forDistance, distance, wd);
    accumulate(normal, forRate, rate, wr);
    total += wd * distance * distance + wr * rate * rate;
  }
  if (after < 2 || to - from - after < 2) return null;
  return eliminate(normal, total, 2 * (to - from) - 4);
}

/** Adds one observation to the normal equations: four rows of four, and the right-hand side. */
function accumulate(normal: Float64Array, row: Float64Array, value: number, weight: number): void {
  for (let a = 0; a < 4; a++) {
    const wa = weight * row[a]!;
    for (let b = a; b < 4; b++) normal[5 * a + b]! += wa * row[b]!;
    normal[5 * a + 4]! += wa * value;
  }
}

/** Gaussian elimination down to the bend, which comes last: its pivot is the inverse of its variance. */
function eliminate(normal: Float64Array, total: number, freedom: number): BentLine {
  let left = total;
  for (let k = 0; k < 3; k++) {
    const pivot = normal[5 * k + k]! + 1e-9;
    left -= normal[5 * k + 4]! ** 2 / pivot;
    for (let a = k + 1; a < 4; a++) {
      const factor = normal[5 * k + a]! / pivot;
      for (let b = a; b < 5; b++) normal[5 * a + b]! -= factor * normal[5 * k + b]!;
    }
  }
  const pivot = normal[18]! + 1e-9;
  const step = normal[19]! / pivot;
  const gain = step * step * pivot;
  return { step, gain, left: Math.max(left - gain, 0) / Math.max(freedom, 1) };
}
