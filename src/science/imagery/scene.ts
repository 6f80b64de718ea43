/** Bands on one grid, rows from the top; `usable` is 1 where a pixel may be compared, null where all may. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Float32Array[];
  readonly usable: Uint8Array | null;
}

/** 1 where both scenes may be compared and all their bands are finite numbers. */
export function usableInBoth(before: Scene, after: Scene): Uint8Array {
  const pixels = before.width * before.height;
  const usable = new Uint8Array(pixels).fill(1);
  for (const scene of [before, after]) {
    const mask = scene.usable;
    if (mask !== null) for (let i = 0; i < pixels; i++) usable[i]! &= mask[i]!;
    for (const band of scene.bands) {
      hideUnlessFinite(band, usable);
    }
  }
  return usable;
}

function hideUnlessFinite(band: Float32Array, usable: Uint8Array): void {
  // a number less itself is 0, but for infinities and NaN
  for (let i = 0; i < usable.length; i++) if (band[i]! - band[i]! !== 0) usable[i] = 0;
}

/** At most `limit` of the usable pixels, spread evenly over the grid. */
export function sampleUsable(usable: Uint8Array, limit: number): Int32Array {
  let count = 0;
  for (let i = 0; i < usable.length; i++) count += usable[i]!;
  const taken = new Int32Array(Math.min(count, limit));
  const stride = taken.length / count;
  let [seen, filled] = [0, 0];
  for (let i = 0; i < usable.length && filled < taken.length; i++) {
    if (usable[i] === 0) continue;
    seen++;
    if (seen * stride >= filled + 1 - 1e-9) taken[filled++] = i;
  }
  return taken.subarray(0, filled);
}
