/**
 * A band moved so that what lay at (x + dx, y + dy) lies at (x, y), by Catmull-Rom cubics; pixels that fall between two
 * of which one lies beyond the band or holds no number become NaN, and the two further out count as those where they
 * do. Whole shifts copy.
 */
export function resampleShifted(
  band: Float32Array,
  width: number,
  height: number,
  { dx, dy }: { readonly dx: number; readonly dy: number },
): Float32Array {
  const [wx, wy] = [cubicWeights(dx - Math.floor(dx)), cubicWeights(dy - Math.floor(dy))];
  const rows = new Float32Array(band.length).fill(NaN);
  const out = new Float32Array(band.length).fill(NaN);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * width + x] = cubicAt(band, y * width, 1, width, x + Math.floor(dx), wx);
    }
  }
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      out[y * width + x] = cubicAt(rows, x, width, height, y + Math.floor(dy), wy);
    }
  }
  return out;
}

function cubicAt(
  values: Float32Array,
  from: number,
  step: number,
  length: number,
  at: number,
  weights: readonly number[],
): number {
  if (at < 0 || at >= length) return NaN;
  if (weights[1] === 1) return values[from + at * step]!;
  if (at + 1 >= length) return NaN;
  const [near, far] = [values[from + at * step]!, values[from + (at + 1) * step]!];
  const first = at > 0 ? values[from + (at - 1) * step]! : near;
  const last = at + 2 < length ? values[from + (at + 2) * step]! : far;
  return (
    weights[0]! * (Number.isNaN(first) ? near : first) +
    weights[1]! * near +
    weights[2]! * far +
    weights[3]! * (Number.isNaN(last) ? far : last)
  );
}

/** Catmull-Rom weights of the four neighbours at a fraction of a pixel. Keys 1981, a = −1/2. */
function cubicWeights(t: number): readonly number[] {
  return [
    ((-t + 2) * t - 1) * t * 0.5,
    ((3 * t - 5) * t * t + 2) * 0.5,
    ((-3 * t + 4) * t + 1) * t * 0.5,
    (t - 1) * t * t * 0.5,
  ];
}
