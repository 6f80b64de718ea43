import type { AlongTrack } from "./along-track.ts";
import { respond, type Response } from "./response.ts";
import type { Scatter } from "./scatter.ts";
import type { SetsAround } from "./sets-around.ts";

/** A parabola with one bend, whatever single sets say. */
export interface RobustBend {
  /** Metres per day. */
  readonly step: number;
  readonly likelihood: number;
  /** What is left per degree of freedom. */
  readonly variance: number;
}

/** Degrees of freedom of Student's t: sets that miss by far count little. */
const FREEDOM = 4;
const PASSES = 3;
/** Less than this, in variances, is luck. */
const LEAST_VARIANCE = 0.3;
/** Neighbouring sets share observations, and a set's rate with its distance: each says about half of what it seems to. */
const SHARE = 0.5;
const WIDTH = 6;

/**
 * Prepares the fit of distances and rates by a parabola with one bend; the function returned fits it for one time and
 * response, or without a bend for none: log-likelihood by Student's t with a scale that is itself fitted.
 */
export function robustBend(track: AlongTrack, scatter: Scatter, around: SetsAround) {
  const rows = rowsOf(track, scatter, around);
  const said = new Float64Array(2);
  const misses = new Float64Array(rows.length / WIDTH);
  return (day: number | null, response: Response): RobustBend => {
    for (let i = around.from, k = 0; i < around.to; i++, k += 2 * WIDTH) {
      respond(response, day === null ? 0 : track.days[i]! - day, said);
      rows[k + 3] = rows[k]! * said[0]!;
      rows[k + WIDTH + 3] = rows[k + WIDTH + 1]! * said[1]!;
    }
    return fitRobustly(rows, misses, day === null ? 3 : 4);
  };
}

/** A row of distance and one of rate a set: constant, slope, drag, bend, what is seen, weight. */
function rowsOf(
  { days, metres, metresPerDay }: AlongTrack,
  scatter: Scatter,
  around: SetsAround,
): Float64Array {
  const { from, to, day, lagDays, halfDays } = around;
  const rows = new Float64Array(2 * WIDTH * (to - from));
  for (let i = from, k = 0; i < to; i++, k += 2 * WIDTH) {
    const x = days[i]! - day;
    const dimmed = 1 + (Math.max(-x, x - lagDays, 0) / halfDays) ** 2;
    const distance = 1 / (scatter.metres[i]! * dimmed);
    const rate = SHARE / (scatter.metresPerDay[i]! * Math.sqrt(dimmed));
    const seen = metres[i]! - metres[from]! - metresPerDay[from]! * (days[i]! - days[from]!);
    rows.set([distance, distance * x, (distance * x * x) / 2, 0, distance * seen, 1], k);
    rows.set([0, rate, rate * x, 0, rate * (metresPerDay[i]! - metresPerDay[from]!), 1], k + WIDTH);
  }
  return rows;
}

/** Iteratively reweighted least squares; the weights stay in the rows, to begin with in the next fit. */
function fitRobustly(rows: Float64Array, misses: Float64Array, unknowns: number): RobustBend {
  let solved: Float64Array = new Float64Array(unknowns);
  let [variance, likelihood] = [0, 0];
  for (let pass = 0; pass < PASSES; pass++) {
    solved = solveWeighted(rows, unknowns);
    let sum = 0;
    for (let r = 0, k = 0; r < misses.length; r++, k += WIDTH) {
      let miss = rows[k + 4]!;
      for (let j = 0; j < unknowns; j++) miss -= rows[k + j]! * solved[j]!;
      misses[r] = miss * miss;
      sum += rows[k + 5]! * misses[r]!;
    }
    variance = Math.max(sum / (misses.length - unknowns), LEAST_VARIANCE);
    let logs = 0;
    for (let r = 0, k = 5; r < misses.length; r++, k += WIDTH) {
      const t = 1 + misses[r]! / (variance * FREEDOM);
      rows[k] = (FREEDOM + 1) / (FREEDOM * t);
      logs += Math.log(t);
    }
    likelihood = (-SHARE / 2) * (misses.length * Math.log(variance) + (FREEDOM + 1) * logs);
  }
  return { step: solved[3] ?? 0, likelihood, variance };
}

/** Gauss–Jordan on the normal equations. */
function solveWeighted(rows: Float64Array, unknowns: number): Float64Array {
  const width = unknowns + 1;
  const normal = new Float64Array(unknowns * width);
  for (let k = 0; k < rows.length; k += WIDTH) {
    for (let a = 0; a < unknowns; a++) {
      const wa = rows[k + 5]! * rows[k + a]!;
      for (let b = 0; b < unknowns; b++) normal[a * width + b]! += wa * rows[k + b]!;
      normal[a * width + unknowns]! += wa * rows[k + 4]!;
    }
  }
  for (let p = 0; p < unknowns; p++) {
    const pivot = normal[p * width + p]! + 1e-12;
    for (let b = p; b < width; b++) normal[p * width + b]! /= pivot;
    for (let a = 0; a < unknowns; a++) {
      if (a === p) continue;
      const factor = normal[a * width + p]!;
      for (let b = p; b < width; b++) normal[a * width + b]! -= factor * normal[p * width + b]!;
    }
  }
  return Float64Array.from({ length: unknowns }, (_, a) => normal[a * width + unknowns]!);
}
