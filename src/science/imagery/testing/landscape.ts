import { randomStream, standardNormal, type Random } from "#science/numbers/index.ts";
import type { Scene } from "../scene.ts";

/** A made-up picture of fields and towns: so many spectral classes in patches, texture and noise within them. */
export interface Landscape {
  readonly scene: Scene;
  /** The class of each pixel. */
  readonly classes: Uint8Array;
  /** Brightness by class and band. */
  readonly spectra: readonly (readonly number[])[];
}

export interface LandscapeQuestion {
  readonly seed: string;
  readonly side: number;
  readonly bands: number;
}

/** Voronoi patches of five classes with smooth texture; values around 100, spread about 25. */
export function landscape({ seed, side, bands }: LandscapeQuestion): Landscape {
  const random = randomStream(`landscape ${seed}`);
  const spectra = Array.from({ length: 5 }, () =>
    Array.from({ length: bands }, () => 100 + 25 * standardNormal(random)),
  );
  const seeds = Array.from({ length: Math.ceil((side * side) / 250) }, () => ({
    x: random() * side,
    y: random() * side,
    kind: Math.floor(random() * 5),
  }));
  const classes = Uint8Array.from(nearestSeeds(seeds, side), (one) => seeds[one]!.kind);
  const texture = smoothField(random, side, 3);
  const bandsOf = Array.from({ length: bands }, (_, k) =>
    Float32Array.from(classes, (kind, i) => spectra[kind]![k]! + 4 * texture[i]! + standardNormal(random)),
  );
  return { scene: { width: side, height: side, bands: bandsOf, usable: null }, classes, spectra };
}

/** The patches of a picture: for each pixel the number of the seed that is nearest to it. */
export function nearestSeeds(
  seeds: readonly { readonly x: number; readonly y: number }[],
  side: number,
): Int32Array {
  return Int32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    let [best, least] = [0, Infinity];
    for (const [k, one] of seeds.entries()) {
      const distance = (one.x - x) ** 2 + (one.y - y) ** 2;
      if (distance < least) [best, least] = [k, distance];
    }
    return best;
  });
}

/** A field of unit variance whose neighbours are alike over about `cells` pixels, bilinear between grid points. */
export function smoothField(random: Random, side: number, cells: number): Float32Array {
  const points = Math.ceil(side / cells) + 2;
  const grid = Float32Array.from({ length: points * points }, () => standardNormal(random));
  const field = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [gx, gy] = [Math.floor(x / cells), Math.floor(y / cells)];
      const [fx, fy] = [x / cells - gx, y / cells - gy];
      const at = gy * points + gx;
      const top = grid[at]! * (1 - fx) + grid[at + 1]! * fx;
      const bottom = grid[at + points]! * (1 - fx) + grid[at + points + 1]! * fx;
      field[y * side + x] = top * (1 - fy) + bottom * fy;
    }
  }
  return field;
}

export interface LaterQuestion {
  readonly seed: string;
  /** Share of pixels whose class changes, in rectangles. */
  readonly changed: number;
  readonly gain?: number;
  readonly haze?: number;
}

/** The landscape at a later date: another gain and offset by band, haze, fresh noise, some patches of another class. */
export function laterDate(
  { scene, classes, spectra }: Landscape,
  { seed, changed, gain = 0.15, haze = 0 }: LaterQuestion,
): { readonly scene: Scene; readonly truth: Uint8Array } {
  const random = randomStream(`later ${seed}`);
  const side = scene.width;
  const truth = new Uint8Array(classes.length);
  const now = classes.slice();
  let count = 0;
  while (count < changed * classes.length) {
    const [w, h] = [6 + Math.floor(random() * 20), 6 + Math.floor(random() * 20)];
    const [x0, y0] = [Math.floor(random() * (side - w)), Math.floor(random() * (side - h))];
    const kind = Math.floor(random() * 5);
    for (let i = 0; i < w * h; i++) {
      const at = (y0 + Math.floor(i / w)) * side + x0 + (i % w);
      if (truth[at] === 1 || classes[at] === kind) continue;
      [truth[at], now[at]] = [1, kind];
      count++;
    }
  }
  const veil = smoothField(random, side, side / 3);
  const bands = scene.bands.map((band, k) => {
    const [slope, offset] = [1 + gain * standardNormal(random), 20 * gain * standardNormal(random)];
    return band.map((value, i) => {
      const moved = value + spectra[now[i]!]![k]! - spectra[classes[i]!]![k]!;
      return slope * moved + offset + (haze * veil[i]!) / (k + 1) + 1.5 * standardNormal(random);
    });
  });
  return { scene: { ...scene, bands }, truth };
}
