import { boxMean } from "../../src/science/imagery/box-mean.ts";
import { resampleShifted } from "../../src/science/imagery/optical/resample.ts";
import type { Raster, Samples } from "../../src/science/imagery/raster.ts";
import { nearestSeeds, smoothField } from "../../src/science/imagery/testing/landscape.ts";
import { standardNormal, type Random } from "../../src/science/numbers/index.ts";

/** Blue, green, red, near and two short-wave infrared: reflectance, after what spectral libraries have of them. */
const SPECTRA = {
  soil: [0.07, 0.1, 0.14, 0.22, 0.29, 0.25],
  crop: [0.03, 0.06, 0.04, 0.42, 0.2, 0.1],
  stubble: [0.09, 0.13, 0.18, 0.28, 0.36, 0.28],
  forest: [0.02, 0.035, 0.025, 0.26, 0.12, 0.05],
  water: [0.05, 0.045, 0.03, 0.015, 0.01, 0.008],
  town: [0.12, 0.14, 0.16, 0.22, 0.24, 0.22],
  roof: [0.22, 0.24, 0.26, 0.29, 0.3, 0.28],
  asphalt: [0.07, 0.08, 0.09, 0.11, 0.13, 0.13],
  char: [0.03, 0.035, 0.04, 0.08, 0.12, 0.13],
  sand: [0.15, 0.21, 0.28, 0.36, 0.43, 0.4],
  gravel: [0.12, 0.16, 0.21, 0.27, 0.33, 0.31],
  rock: [0.1, 0.13, 0.16, 0.2, 0.25, 0.24],
} as const;
type Cover = keyof typeof SPECTRA;

/** Of which covers patches of a landscape are, as often as they are named, and how many pixels one takes. */
const LANDS = {
  farmland: {
    covers: ["crop", "crop", "soil", "stubble", "forest", "town", "water"],
    patchPx: 18,
    textureShare: 0.06,
  },
  desert: { covers: ["sand", "sand", "sand", "gravel", "rock"], patchPx: 45, textureShare: 0.05 },
  forest: { covers: ["forest", "forest", "forest", "crop", "soil", "water"], patchPx: 30, textureShare: 0.1 },
  suburb: { covers: ["town", "crop", "soil", "forest", "asphalt", "roof"], patchPx: 9, textureShare: 0.08 },
} as const;

export interface OpticalKind {
  readonly name: string;
  readonly land: keyof typeof LANDS;
  /** What becomes of the ground, on which share of it and in which shapes. */
  readonly becomes: readonly Cover[];
  readonly share: number;
  readonly shape: "field" | "blob" | "block" | "line";
  readonly widthPx: readonly [number, number];
  /** How green crops are before and after: 0 bare, 1 full. */
  readonly green: readonly [number, number];
  /** Haze at the far side of the date after, in reflectance of blue. */
  readonly hazeAcross: number;
  /** How much a slope's brightness follows another sun. */
  readonly relief: number;
  readonly shiftPx: number;
  readonly bands: readonly number[];
  readonly stored: Stored;
  readonly hasGaps: boolean;
}

/** 8 bits stretched from the 2nd to the 98th percentile of each date; whole numbers of reflectance; or by a gain and offset. */
export type Stored = "8 bits" | "8 bits, other gamma" | "reflectance" | "reflectance, offset" | "radiance";

export interface OpticalPair {
  readonly before: Raster;
  readonly after: Raster;
  readonly truth: Uint8Array;
}

/** Ground is made so many times finer than a pixel, so that a date may lie a fraction of one off. */
const FINE = 2;

interface Ground {
  /** Fine pixels a side. */
  readonly side: number;
  readonly parcels: Int32Array;
  readonly cover: Cover[];
}

/** Two dates of a made-up place and where it changed, `side` pixels a side. */
export function madeOpticalPair(kind: OpticalKind, side: number, random: Random): OpticalPair {
  const { covers, patchPx } = LANDS[kind.land];
  const wide = FINE * side;
  const seeds = Array.from({ length: Math.ceil((side / patchPx) ** 2) }, () => ({
    x: random() * wide,
    y: random() * wide,
    cover: covers[Math.floor(random() * covers.length)]!,
  }));
  const parcels = nearestSeeds(seeds, wide);
  const ground = { side: wide, parcels, cover: Array.from(parcels, (k): Cover => seeds[k]!.cover) };
  const now = changed(ground, kind, random);
  const fresh = Float32Array.from(now, (cover, i) => (cover === ground.cover[i] ? 0 : 1));
  const truth = Uint8Array.from(inPixels(fresh, wide), Math.round);
  const shared = sharedBy(ground, kind, random);
  return {
    before: seen(ground.cover, 0, { ground, kind, shared, random }),
    after: seen(now, 1, { ground, kind, shared, random }),
    truth,
  };
}

function changed({ side, parcels, cover }: Ground, kind: OpticalKind, random: Random): Cover[] {
  const now = cover.slice();
  let left = kind.share * now.length;
  for (let tries = 0; left > 0 && tries < 4000; tries++) {
    const to = kind.becomes[Math.floor(random() * kind.becomes.length)]!;
    for (const i of placeOf(kind, side, parcels, random)) {
      // what looks alike is no change to be found
      if (now[i] !== cover[i] || cover[i] === to || cover[i] === "water" || left <= 0) continue;
      now[i] = to;
      left--;
    }
  }
  return now;
}

function placeOf(
  { shape, widthPx: [least, most] }: OpticalKind,
  side: number,
  parcels: Int32Array,
  random: Random,
): number[] {
  const [x, y] = [Math.floor(random() * side), Math.floor(random() * side)];
  const width = FINE * (least + (most - least) * random());
  const own = parcels[y * side + x];
  if (shape === "field") return [...parcels.keys()].filter((i) => parcels[i] === own);
  const inside = (at: (dx: number, dy: number) => boolean, reach: number) => {
    const pixels: number[] = [];
    for (let row = Math.max(0, y - reach); row <= Math.min(side - 1, y + reach); row++) {
      for (let column = Math.max(0, x - reach); column <= Math.min(side - 1, x + reach); column++) {
        if (at(column - x, row - y)) pixels.push(row * side + column);
      }
    }
    return pixels;
  };
  if (shape === "blob") {
    const waves = Array.from({ length: 4 }, () => ({ size: 0.25 * random(), turn: 2 * Math.PI * random() }));
    const rim = (angle: number) =>
      waves.reduce((sum, { size, turn }, k) => sum + size * Math.cos((k + 1) * angle + turn), 1);
    return inside(
      (dx, dy) => Math.hypot(dx, dy) < (width / 2) * rim(Math.atan2(dy, dx)),
      Math.ceil(2 * width),
    );
  }
  const length = shape === "line" ? FINE * (25 + 60 * random()) : width * (1 + random());
  const angle = Math.PI * random();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const isIn = (dx: number, dy: number) =>
    Math.abs(dx * cos + dy * sin) < length / 2 && Math.abs(dy * cos - dx * sin) < width / 2;
  return inside(isIn, Math.ceil(length));
}

interface Shared {
  readonly texture: Float32Array;
  readonly slope: Float32Array;
  /** How green each field is of what its neighbours are. */
  readonly vigour: Float32Array;
}

function sharedBy({ side, parcels }: Ground, kind: OpticalKind, random: Random): Shared {
  const own = Float32Array.from({ length: side * side }, () => 0.75 + 0.25 * random());
  const [fine, coarse] = [smoothField(random, side, 2 * FINE), smoothField(random, side, 14 * FINE)];
  return {
    texture: fine.map((value, i) => LANDS[kind.land].textureShare * (0.7 * value + 0.7 * coarse[i]!)),
    slope: smoothField(random, side, 10 * FINE),
    vigour: Float32Array.from(parcels, (k) => own[k]!),
  };
}

interface Seeing {
  readonly ground: Ground;
  readonly kind: OpticalKind;
  readonly shared: Shared;
  readonly random: Random;
}

const VEIL = [1, 0.7, 0.5, 0.25, 0.1, 0.05] as const;

function seen(cover: readonly Cover[], date: 0 | 1, { ground, kind, shared, random }: Seeing): Raster {
  const { side: wide } = ground;
  const side = wide / FINE;
  const all = new Uint8Array(wide * wide).fill(1);
  const [fresh, light] = [smoothField(random, wide, 2 * FINE), 1 + 0.08 * standardNormal(random)];
  const off = FINE * kind.shiftPx * date;
  const reflectance = kind.bands.map((k) => {
    const gain = light * (1 + 0.03 * standardNormal(random));
    const sharp = Float32Array.from(cover, (one, i) => {
      const lit = 1 + shared.texture[i]! + 0.015 * fresh[i]! + date * kind.relief * shared.slope[i]!;
      const haze = date * VEIL[k]! * kind.hazeAcross * ((i % wide) / wide);
      return gain * lit * spectrumOf(one, k, kind.green[date] * shared.vigour[i]!) + haze;
    });
    const moved = resampleShifted(sharp, wide, wide, { dx: 0.8 * off, dy: -0.6 * off });
    const whole = moved.map((value, i) => (Number.isNaN(value) ? sharp[i]! : value));
    // the sensor sees a pixel and half of each neighbour's near side
    const soft = boxMean(whole, all, { width: wide, height: wide, radius: 1 });
    return inPixels(soft, wide).map((value) => value + 0.002 * standardNormal(random));
  });
  const bands = storedAs(reflectance, kind.stored, date, random);
  if (kind.hasGaps && date === 1) for (const band of bands) gap(band, side);
  const grid = { epsg: null, geotransform: null };
  const same = { noData: kind.hasGaps ? 0 : null, mask: null, grid };
  return {
    ...{ width: side, height: side, bands, ...same },
    ...{ scales: bands.map(() => 1), offsets: bands.map(() => 0) },
  };
}

/** The means of fine pixels over each pixel. */
function inPixels(fine: Float32Array, wide: number): Float32Array {
  const side = wide / FINE;
  const out = new Float32Array(side * side);
  for (let i = 0; i < fine.length; i++) {
    out[Math.floor(i / wide / FINE) * side + Math.floor((i % wide) / FINE)]! += fine[i]! / FINE ** 2;
  }
  return out;
}

function spectrumOf(cover: Cover, k: number, green: number): number {
  const share = cover === "crop" ? green : cover === "forest" ? 0.8 + 0.2 * green : 1;
  return share * SPECTRA[cover][k]! + (1 - share) * SPECTRA.soil[k]!;
}

/** Slanted strips without data, as Landsat 7 has them. */
function gap(band: Samples, side: number): void {
  for (let i = 0; i < band.length; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    if ((y + 0.2 * x) % 32 < 7) band[i] = 0;
  }
}

function storedAs(bands: readonly Float32Array[], stored: Stored, date: 0 | 1, random: Random): Samples[] {
  if (stored === "reflectance" || stored === "reflectance, offset") {
    const offset = stored === "reflectance, offset" && date === 1 ? 1000 : 0;
    return bands.map((band) =>
      Uint16Array.from(band, (value) => Math.round(Math.max(1e4 * value + offset, 1))),
    );
  }
  if (stored === "radiance") {
    return bands.map((band) => {
      const [gain, offset] = [300 + 200 * random(), 40 * random()];
      return Float32Array.from(band, (value) => gain * value + offset);
    });
  }
  const gamma = stored === "8 bits" ? 1 : date === 1 ? 1.6 : 1;
  return bands.map((band) => {
    const sorted = band.toSorted();
    const at = (p: number) => sorted[Math.floor(p * (sorted.length - 1))]!;
    const [low, high] = [at(0.02), at(0.98)];
    return Uint8Array.from(band, (value) => {
      const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
      return Math.max(Math.round(255 * share ** (1 / gamma)), 1);
    });
  });
}
