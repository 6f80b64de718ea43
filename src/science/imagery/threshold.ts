/** The counts of values over equal bins from 0 to `top`; what lies above falls into the last. */
function histogram(values: Float32Array, usable: Uint8Array, top: number, bins: number): Float64Array {
  const counts = new Float64Array(bins);
  const scale = bins / top;
  for (let i = 0; i < values.length; i++) {
    if (usable[i] === 1) counts[Math.min(bins - 1, Math.floor(values[i]! * scale))]!++;
  }
  return counts;
}

/** The value that parts usable magnitudes into two classes furthest apart. Otsu 1979, over 512 bins up to `top`. */
export function otsu(values: Float32Array, usable: Uint8Array, top: number): number {
  const counts = histogram(values, usable, top, 512);
  let [total, sum] = [0, 0];
  for (let b = 0; b < counts.length; b++) {
    total += counts[b]!;
    sum += counts[b]! * (b + 0.5);
  }
  let [below, belowSum, best, cut] = [0, 0, -1, 0];
  for (let b = 0; b < counts.length - 1; b++) {
    below += counts[b]!;
    belowSum += counts[b]! * (b + 0.5);
    if (below === 0 || below === total) continue;
    const apart = belowSum / below - (sum - belowSum) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > best) [best, cut] = [between, b + 1];
  }
  return (cut / counts.length) * top;
}
