/** Side of the least block, in pixels; others are twice as wide as the one before. */
const LEAST_BLOCK = 8;
/** Fewer blocks say little about how their means spread. */
const LEAST_BLOCKS = 16;

/**
 * The area, in pixels, over which values are as good as one: as many times larger the variance of means of blocks is
 * than if pixels were independent, for the blocks for which it is most. Integral range, Lantuéjoul 1991; 1 where the
 * picture holds too few blocks, or values do not differ.
 */
export function integralRange(values: Float32Array, compared: Uint8Array, width: number): number {
  const height = values.length / width;
  const single = varianceOf(values.filter((_, i) => compared[i] === 1));
  let range = 1;
  for (let side = LEAST_BLOCK; single > 0; side *= 2) {
    const means = blockMeans(values, compared, { width, height, side });
    if (means.length < LEAST_BLOCKS) break;
    range = Math.max(range, (side ** 2 * varianceOf(means)) / single);
  }
  return range;
}

/** The means of whole blocks that were compared. */
function blockMeans(
  values: Float32Array,
  compared: Uint8Array,
  { width, height, side }: { readonly width: number; readonly height: number; readonly side: number },
): Float64Array {
  const means: number[] = [];
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      let [sum, count] = [0, 0];
      for (let i = 0; i < side ** 2; i++) {
        const at = (top + Math.floor(i / side)) * width + left + (i % side);
        if (compared[at] !== 1) continue;
        sum += values[at]!;
        count++;
      }
      if (count === side ** 2) means.push(sum / count);
    }
  }
  return Float64Array.from(means);
}

function varianceOf(values: Float32Array | Float64Array): number {
  let [mean, square] = [0, 0];
  for (const value of values) mean += value / values.length;
  for (const value of values) square += (value - mean) ** 2 / values.length;
  return square;
}
