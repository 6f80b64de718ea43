import type { AlongTrack } from "./along-track.ts";
import { respond, type Response } from "./response.ts";
import type { SetErrors } from "./set-errors.ts";
import type { SetsAround } from "./sets-around.ts";
import { ROW, solveWeighted } from "./solve-weighted.ts";
import { whitening } from "./whitening.ts";

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
/** What parabola and response leave out counts by so much of what it would if all that speaks were right. */
const TRUST = 0.5;

/**
 * Prepares the fit of distances and rates by a parabola with one bend; the function returned fits it for one time and
 * response, or without a bend for none: log-likelihood by Student's t with a scale that is itself fitted. What a set
 * shares with the one before is taken out of it first, so that each says only what is new. What drag usually is there
 * counts as one thing more that is seen, as robustly: where it changes little, it is not taken for a burn, nor a burn
 * for it.
 */
export function robustBend(track: AlongTrack, errors: SetErrors, around: SetsAround) {
  const { from, to } = around;
  const count = to - from;
  const rows = new Float64Array(ROW * (2 * count + 1));
  for (let k = 5; k < rows.length; k += ROW) rows[k] = 1;
  const whiten = whitening(track.days, errors, around);
  const [distances, rates] = [new Float64Array(count), new Float64Array(count)];
  const column = (at: number, distance: (i: number) => number, rate: (i: number) => number) => {
    for (let k = 0; k < count; k++) [distances[k], rates[k]] = [distance(from + k), rate(from + k)];
    whiten(distances, rates, rows, at);
  };
  const since = (i: number) => track.days[i]! - around.day;
  const coasted = (i: number) => track.metresPerDay[from]! * (track.days[i]! - track.days[from]!);
  column(
    0,
    () => 1,
    () => 0,
  );
  column(1, since, () => 1);
  column(2, (i) => since(i) ** 2 / 2, since);
  column(
    4,
    (i) => track.metres[i]! - track.metres[from]! - coasted(i),
    (i) => track.metresPerDay[i]! - track.metresPerDay[from]!,
  );
  const prior = ROW * 2 * count;
  const middle = from + (count >> 1);
  rows[prior + 2] = 1 / errors.drag.scale[middle]!;
  rows[prior + 4] = errors.drag.usual[middle]! / errors.drag.scale[middle]!;
  const said = new Float64Array(2);
  const misses = new Float64Array(2 * count);
  return (day: number | null, response: Response): RobustBend => {
    if (day !== null) {
      for (let k = 0; k < count; k++) {
        respond(response, track.days[from + k]! - day, said);
        [distances[k], rates[k]] = [said[0]!, said[1]!];
      }
      whiten(distances, rates, rows, 3);
    }
    return fitRobustly(rows, misses, day === null ? 3 : 4);
  };
}

/** Iteratively reweighted least squares; the weights stay in the rows, to begin with in the next fit. */
function fitRobustly(rows: Float64Array, misses: Float64Array, unknowns: number): RobustBend {
  let solved: Float64Array = new Float64Array(unknowns);
  let [variance, likelihood] = [0, 0];
  const prior = rows.length - ROW;
  for (let pass = 0; pass < PASSES; pass++) {
    solved = solveWeighted(rows, unknowns);
    let sum = 0;
    for (let r = 0, k = 0; r < misses.length; r++, k += ROW) {
      let miss = rows[k + 4]!;
      for (let j = 0; j < unknowns; j++) miss -= rows[k + j]! * solved[j]!;
      misses[r] = miss * miss;
      sum += rows[k + 5]! * misses[r]!;
    }
    variance = Math.max(sum / (misses.length - unknowns), LEAST_VARIANCE);
    let logs = 0;
    for (let r = 0, k = 5; r < misses.length; r++, k += ROW) {
      const t = 1 + misses[r]! / (variance * FREEDOM);
      rows[k] = (FREEDOM + 1) / (FREEDOM * t);
      logs += Math.log(t);
    }
    // Its scale is known: unlike that of the sets it does not follow from what is left.
    const t = 1 + (rows[prior + 4]! - rows[prior + 2]! * solved[2]!) ** 2 / FREEDOM;
    rows[prior + 5] = (variance * (FREEDOM + 1)) / (FREEDOM * t);
    logs += Math.log(t);
    likelihood = (-TRUST / 2) * (misses.length * Math.log(variance) + (FREEDOM + 1) * logs);
  }
  return { step: solved[3] ?? 0, likelihood, variance };
}
