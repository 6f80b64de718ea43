import { shuffled, type Random } from "#science/numbers/index.ts";
import { drawRedNoise, fitRedNoise } from "../red-noise.ts";

const DRAWS = 499;

/**
 * p of a change somewhere in the values, against none: the largest likelihood ratio over all places of an
 * autoregression with a step against one without. The ratio hardly depends on how red the noise is, so the redness may
 * be fitted without the step; Andrews 1993, Econometrica 61:821, for the maximum. The larger of two: in red noise, and
 * among the very values in any order, for a few large ones among many alike are no change of level wherever they stand.
 */
export function noChangeP(
  values: Float64Array,
  shortest: number,
  hasVariance: boolean,
  random: Random,
): number {
  const gain = largestGain(values, shortest, hasVariance);
  const gaps = new Float64Array(values.length - 1).fill(1);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const noise = fitRedNoise(
    gaps,
    values.map((value) => value - mean),
  );
  const reaches = (draw: () => Float64Array): number => {
    let reached = 0;
    for (let n = 0; n < DRAWS; n++) if (largestGain(draw(), shortest, hasVariance) >= gain) reached++;
    return (1 + reached) / (1 + DRAWS);
  };
  return Math.max(
    reaches(() => drawRedNoise(gaps, noise, random)),
    reaches(() => shuffled(values, random)),
  );
}

/** Sums of x, y, x², xy, y² over pairs of one value (x) and the next (y). */
type Moments = [n: number, x: number, y: number, xx: number, xy: number, yy: number];

function largestGain(values: Float64Array, shortest: number, hasVariance: boolean): number {
  const all: Moments = [0, 0, 0, 0, 0, 0];
  for (let i = 1; i < values.length; i++) add(all, values[i - 1]!, values[i]!);
  const floor = 1e-12 * spread(all).yy;
  const without = spread(all);
  const errorWithout = unexplained([without]) + floor;
  const left: Moments = [0, 0, 0, 0, 0, 0];
  let best = 0;
  for (let at = 1; at <= values.length - shortest; at++) {
    if (at >= shortest) {
      const right = all.map((sum, k) => sum - left[k]!) as Moments;
      best = Math.max(best, gainAt(spread(left), spread(right), errorWithout, floor, hasVariance));
    }
    add(left, values[at - 1]!, values[at]!);
  }
  return best;
}

interface Spread {
  readonly n: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

function gainAt(
  left: Spread,
  right: Spread,
  errorWithout: number,
  floor: number,
  hasVariance: boolean,
): number {
  const n = left.n + right.n;
  if (!hasVariance) return n * Math.log(errorWithout / (unexplained([left, right]) + floor));
  const slope = (left.xy + right.xy) / (left.xx + right.xx);
  const error = ({ xx, xy, yy }: Spread) => yy - 2 * slope * xy + slope * slope * xx + floor;
  return (
    n * Math.log(errorWithout / n) -
    left.n * Math.log(error(left) / left.n) -
    right.n * Math.log(error(right) / right.n)
  );
}

/** Squared error of one slope common to all parts, each about its own means. */
function unexplained(parts: readonly Spread[]): number {
  const total = (of: "xx" | "xy" | "yy") => parts.reduce((sum, part) => sum + part[of], 0);
  const xx = total("xx");
  return total("yy") - (xx > 0 ? total("xy") ** 2 / xx : 0);
}

function spread([n, x, y, xx, xy, yy]: Moments): Spread {
  return n === 0
    ? { n, xx: 0, xy: 0, yy: 0 }
    : { n, xx: xx - (x * x) / n, xy: xy - (x * y) / n, yy: yy - (y * y) / n };
}

function add(moments: Moments, x: number, y: number): void {
  moments[0] += 1;
  moments[1] += x;
  moments[2] += y;
  moments[3] += x * x;
  moments[4] += x * y;
  moments[5] += y * y;
}
