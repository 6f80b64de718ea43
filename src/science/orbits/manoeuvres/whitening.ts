import { SHARED, type SetErrors } from "./set-errors.ts";
import type { SetsAround } from "./sets-around.ts";
import { ROW } from "./solve-weighted.ts";

/** Sets further apart than this many usual gaps share nothing. */
const MOST_GAPS = 2.5;
/** Of the variance of a set, at least this is its own. */
const LEAST_OWN = 0.05;
/** Numbers a set: what it keeps of the one before (four), and what turns the rest into independent ones (three). */
const MIX = 7;

/**
 * Prepares to take out of distances and rates of sets what each shares with the one before: of what is left, the
 * function returned writes two independent numbers of unit variance a set into a column of rows. Sets far from the
 * day looked at count less.
 */
export function whitening(days: Float64Array, errors: SetErrors, around: SetsAround) {
  const { from, to } = around;
  const mix = new Float64Array(MIX * (to - from));
  for (let i = from; i < to; i++) mix.set(mixOf(days, errors, around, i), MIX * (i - from));
  const [wd, wr] = [
    errors.metres.subarray(from, to).map((scale) => 1 / scale),
    errors.metresPerDay.subarray(from, to).map((scale) => 1 / scale),
  ];
  return (distances: Float64Array, rates: Float64Array, rows: Float64Array, column: number): void => {
    let [lastD, lastR] = [0, 0];
    for (let k = 0, m = 0, r = column; k < distances.length; k++, m += MIX, r += 2 * ROW) {
      const [d, q] = [distances[k]! * wd[k]!, rates[k]! * wr[k]!];
      const ownD = d - mix[m]! * lastD - mix[m + 1]! * lastR;
      const ownR = q - mix[m + 2]! * lastD - mix[m + 3]! * lastR;
      rows[r] = mix[m + 4]! * ownD;
      rows[r + ROW] = mix[m + 5]! * ownD + mix[m + 6]! * ownR;
      [lastD, lastR] = [d, q];
    }
  };
}

function mixOf(days: Float64Array, errors: SetErrors, around: SetsAround, i: number): number[] {
  const [mm, mr, rr, ...all] = errors.shared.subarray(SHARED * i, SHARED * (i + 1)) as unknown as number[];
  const gaps = i === around.from ? Infinity : (days[i]! - days[i - 1]!) / errors.gapDays[i]!;
  const part = gaps > MOST_GAPS ? 0 : Math.min(1, 1 / gaps);
  const [a, b, c, d] = all.map((kept) => kept * part) as [number, number, number, number];
  const [v, w] = [a * mm! + b * mr!, a * mr! + b * rr!];
  const [x, y] = [c * mm! + d * mr!, c * mr! + d * rr!];
  const ownM = Math.max(mm! - (v * a + w * b), 0) + LEAST_OWN;
  const ownMr = mr! - (v * c + w * d);
  const ownR = Math.max(rr! - (x * c + y * d), 0) + LEAST_OWN;
  const first = 1 / Math.sqrt(ownM);
  const second = 1 / Math.sqrt(Math.max(ownR - (ownMr * ownMr) / ownM, LEAST_OWN));
  const x0 = days[i]! - around.day;
  const dim = 1 / Math.sqrt(1 + (Math.max(-x0, x0 - around.lagDays, 0) / around.halfDays) ** 2);
  return [a, b, c, d, dim * first, (-dim * second * ownMr) / ownM, dim * second];
}
