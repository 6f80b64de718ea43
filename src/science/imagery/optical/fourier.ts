/** Two-dimensional Fourier transforms of square tiles whose side is a power of two; allocates its tables once. */
export interface TileTransform {
  readonly side: number;
  /** Transforms rows and columns in place, forward. */
  readonly forward: (real: Float64Array, imaginary: Float64Array) => void;
}

/** The transform for tiles of one side. Cooley & Tukey 1965, radix 2. */
export function tileTransform(side: number): TileTransform {
  if (side < 2 || (side & (side - 1)) !== 0)
    throw new RangeError(`a tile's side must be a power of two, got ${side}`);
  const cosines = Float64Array.from({ length: side / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / side));
  const sines = Float64Array.from({ length: side / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / side));
  const swapped = reversedBits(side);
  const line = (re: Float64Array, im: Float64Array, from: number, step: number) => {
    reorder(re, im, from, step, swapped);
    butterflies(re, im, from, step, side, cosines, sines);
  };
  const forward = (re: Float64Array, im: Float64Array) => {
    for (let row = 0; row < side; row++) line(re, im, row * side, 1);
    for (let column = 0; column < side; column++) line(re, im, column, side);
  };
  return { side, forward };
}

function reversedBits(side: number): Int32Array {
  const bits = Math.log2(side);
  return Int32Array.from({ length: side }, (_, i) => {
    let reversed = 0;
    for (let b = 0; b < bits; b++) if (((i >> b) & 1) === 1) reversed |= 1 << (bits - 1 - b);
    return reversed;
  });
}

function reorder(re: Float64Array, im: Float64Array, from: number, step: number, swapped: Int32Array): void {
  for (let i = 0; i < swapped.length; i++) {
    const j = swapped[i]!;
    if (j <= i) continue;
    const [a, b] = [from + i * step, from + j * step];
    const [keptRe, keptIm] = [re[a]!, im[a]!];
    re[a] = re[b]!;
    im[a] = im[b]!;
    re[b] = keptRe;
    im[b] = keptIm;
  }
}

function butterflies(
  re: Float64Array,
  im: Float64Array,
  from: number,
  step: number,
  side: number,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  for (let half = 1; half < side; half *= 2) {
    const stride = side / (2 * half);
    for (let start = 0; start < side; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const c = cosines[k * stride]!;
        const s = sines[k * stride]!;
        const a = from + (start + k) * step;
        const b = a + half * step;
        const xr = re[b]! * c - im[b]! * s;
        const xi = re[b]! * s + im[b]! * c;
        re[b] = re[a]! - xr;
        im[b] = im[a]! - xi;
        re[a]! += xr;
        im[a]! += xi;
      }
    }
  }
}
