import { selectInPlace } from "./order-statistics.ts";

/** The median over (2 radius + 1)² pixels around each usable one, of usable pixels alone; NaN elsewhere. */
export function medianFilter(
  values: Float32Array,
  usable: Uint8Array,
  { width, height, radius }: { readonly width: number; readonly height: number; readonly radius: number },
  out: Float32Array = new Float32Array(values.length),
): Float32Array {
  const window = new Float32Array((2 * radius + 1) ** 2);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(y - radius, 0), Math.min(y + radius, height - 1)];
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (usable[i] !== 1) {
        out[i] = NaN;
        continue;
      }
      const [left, right] = [Math.max(x - radius, 0), Math.min(x + radius, width - 1)];
      let count = 0;
      for (let row = top; row <= bottom; row++) {
        for (let k = row * width + left; k <= row * width + right; k++) {
          if (usable[k] === 1) window[count++] = values[k]!;
        }
      }
      out[i] = selectInPlace(window, count, count >> 1);
    }
  }
  return out;
}
