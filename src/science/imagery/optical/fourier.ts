/** Two-dimensional Fourier transforms of square tiles whose side is a power of two; allocates its tables once. */
export interface TileTransform {
  readonly side: number;
  /** Where the n-th row or column of a tile is to be put before it is transformed: at its bits reversed. */
  readonly placeOf: Int32Array;
  /** Transforms a tile put so, in place, forward: columns of frequencies from −`limit` to `limit` alone. */
  readonly forward: (real: Float64Array, imaginary: Float64Array, limit: number) => void;
}

/** The transform for tiles of one side. Cooley & Tukey 1965, radix 2. */
export function tileTransform(side: number): TileTransform {
  if (side < 2 || (side & (side - 1)) !== 0)
    throw new RangeError(`a tile's side must be a power of two, got ${side}`);
  const cosines = Float64Array.from({ length: side / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / side));
  const sines = Float64Array.from({ length: side / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / side));
  const turns = { side, cosines, sines };
  const forward = (re: Float64Array, im: Float64Array, limit: number) => {
    for (let row = 0; row < side; row++) alongRow(re, im, row * side, turns);
    const positive = Math.min(limit + 1, side);
    alongColumns(re, im, { from: 0, to: positive }, turns);
    alongColumns(re, im, { from: Math.max(side - limit, positive), to: side }, turns);
  };
  return { side, placeOf: reversedBits(side), forward };
}

function reversedBits(side: number): Int32Array {
  const bits = Math.log2(side);
  return Int32Array.from({ length: side }, (_, i) => {
    let reversed = 0;
    for (let b = 0; b < bits; b++) if (((i >> b) & 1) === 1) reversed |= 1 << (bits - 1 - b);
    return reversed;
  });
}

interface Turns {
  readonly side: number;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function alongRow(re: Float64Array, im: Float64Array, from: number, { side, cosines, sines }: Turns): void {
  for (let half = 1; half < side; half *= 2) {
    const stride = side / (2 * half);
    for (let start = from; start < from + side; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        butterfly(re, im, start + k, start + k + half, cosines[k * stride]!, sines[k * stride]!);
      }
    }
  }
}

/** All columns at once, so that memory is read in order. */
function alongColumns(
  re: Float64Array,
  im: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  { side, cosines, sines }: Turns,
): void {
  for (let half = 1; half < side; half *= 2) {
    const stride = side / (2 * half);
    for (let start = 0; start < side; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const row = (start + k) * side;
        for (let a = row + from; a < row + to; a++) {
          butterfly(re, im, a, a + half * side, cosines[k * stride]!, sines[k * stride]!);
        }
      }
    }
  }
}

function butterfly(re: Float64Array, im: Float64Array, a: number, b: number, c: number, s: number): void {
  const xr = re[b]! * c - im[b]! * s;
  const xi = re[b]! * s + im[b]! * c;
  re[b] = re[a]! - xr;
  im[b] = im[a]! - xi;
  re[a]! += xr;
  im[a]! += xi;
}
