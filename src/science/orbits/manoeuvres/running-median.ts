/** Medians of the `width` values around each place, reaching no further than the ends, held over `stride` places. */
export function runningMedian(values: Float64Array, width: number, stride = 1): Float64Array {
  const medians = new Float64Array(values.length);
  const half = width >> 1;
  for (let start = 0; start < values.length; start += stride) {
    const centre = Math.min(start + (stride >> 1), values.length - 1);
    const around = values.slice(Math.max(0, centre - half), centre + half + 1).sort();
    medians.fill(around[around.length >> 1]!, start, start + stride);
  }
  return medians;
}

/** Robust scale (1.4826 × median absolute value) of the `width` values around each place, no less than `least`. */
export function runningScale(values: Float64Array, width: number, least: number): Float64Array {
  const scale = runningMedian(values.map(Math.abs), width, STRIDE);
  return scale.map((median) => Math.max(1.4826 * median, least));
}

/** A scale over a hundred values changes little from one to the next. */
const STRIDE = 8;
