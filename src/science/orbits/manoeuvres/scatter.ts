import type { AlongTrack } from "./along-track.ts";
import { runningScale } from "./running-median.ts";

/** How much distance (metres) and rate (metres per day) scatter from set to set, around each of them. */
export interface Scatter {
  readonly metres: Float64Array;
  readonly metresPerDay: Float64Array;
}

const SCATTER_WIDTH = 121;
const [LEAST_METRES, LEAST_METRES_PER_DAY] = [3, 1];
/** Sets on either side that a set is compared with: more than share its observations. */
const SIDE = 4;

/** The scale of what sets miss a parabola (for the rate, a line) through those around them by, without themselves. */
export function scatterOf({ days, metres, metresPerDay }: AlongTrack): Scatter {
  return {
    metres: runningScale(missesOf(days, metres, 3), SCATTER_WIDTH, LEAST_METRES),
    metresPerDay: runningScale(missesOf(days, metresPerDay, 2), SCATTER_WIDTH, LEAST_METRES_PER_DAY),
  };
}

function missesOf(days: Float64Array, values: Float64Array, terms: number): Float64Array {
  const normal = new Float64Array(terms * (terms + 1));
  return values.map((value, i) => {
    normal.fill(0);
    for (let j = Math.max(0, i - SIDE); j <= Math.min(values.length - 1, i + SIDE); j++) {
      if (j !== i) accumulate(normal, terms, days[j]! - days[i]!, values[j]! - value);
    }
    return constantOf(normal, terms);
  });
}

function accumulate(normal: Float64Array, terms: number, x: number, y: number): void {
  for (let a = 0; a < terms; a++) {
    for (let b = 0; b < terms; b++) normal[a * (terms + 1) + b]! += x ** (a + b);
    normal[a * (terms + 1) + terms]! += x ** a * y;
  }
}

/** Eliminates all but the constant. */
function constantOf(normal: Float64Array, terms: number): number {
  const width = terms + 1;
  for (let k = terms - 1; k > 0; k--) {
    for (let a = 0; a < k; a++) {
      const factor = normal[a * width + k]! / (normal[k * width + k]! + 1e-9);
      for (let b = 0; b < width; b++) normal[a * width + b]! -= factor * normal[k * width + b]!;
    }
  }
  return normal[terms]! / (normal[0]! + 1e-9);
}
