import { randomStream, standardNormal, type Random } from "#science/numbers/index.ts";
import { boxMean } from "../box-mean.ts";
import { resampleShifted } from "../optical/resample.ts";
import type { Raster } from "../raster.ts";
import { nearestSeeds, smoothField } from "./landscape.ts";

/** Where and when ground is laid bare and built on, for good. */
export interface PlantedChange {
  readonly year: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export interface SiteSeriesQuestion {
  readonly seed: string;
  readonly side: number;
  readonly years: number;
  /** "none" leaves clouds, their shadows and snow unmasked. */
  readonly masks: "usual" | "none";
  readonly planted: PlantedChange | null;
  /** What may go wrong with a date; all of it unless given. */
  readonly troubles?: readonly Trouble[];
}

export type Trouble = "season" | "haze" | "clouds" | "snow" | "offset" | "shift";
export const TROUBLES: readonly Trouble[] = ["season", "haze", "clouds", "snow", "offset", "shift"];

export interface SiteDate {
  readonly year: number;
  readonly raster: Raster;
}

/** Blue, green, red, near and short-wave infrared: reflectance of soil, leaves, concrete, dark forest, water. */
const SPECTRA = {
  soil: [0.08, 0.11, 0.15, 0.22, 0.3],
  leaves: [0.03, 0.06, 0.04, 0.4, 0.18],
  concrete: [0.2, 0.22, 0.24, 0.27, 0.3],
  forest: [0.02, 0.035, 0.03, 0.22, 0.1],
  water: [0.05, 0.045, 0.03, 0.02, 0.015],
  cloud: [0.5, 0.5, 0.5, 0.5, 0.4],
  snow: [0.8, 0.8, 0.8, 0.7, 0.1],
} as const;
const BANDS = 5;
/** How strongly haze brightens each band. */
const VEIL = [1, 0.7, 0.5, 0.25, 0.1] as const;
const DAYS_BETWEEN = 15;

/**
 * A made-up series of Sentinel-2 dates of one site on which nothing is built but what is planted: patches of grass,
 * forest, town and water; grass and forest follow the year, each patch by its own phase and strength; each date has
 * its own gain, offset of 0.1 in one of ten, shift, haze, noise, and clouds, shadows and snow whose mask misses rims,
 * a fifth of the clouds and two fifths of the shadows. Whole numbers, 10 000 for reflectance 1.
 */
export function siteSeries(question: SiteSeriesQuestion): SiteDate[] {
  const { seed, side, years, planted } = question;
  const random = randomStream(`site series ${seed}`);
  const has = new Set(question.troubles ?? TROUBLES);
  const ground = patches(random, side);
  const texture = smoothField(random, side, 3);
  const dates: SiteDate[] = [];
  for (let day = 0; day < 365.25 * years; day += DAYS_BETWEEN) {
    const year = day / 365.25;
    const bands = groundOn(ground, texture, has.has("season") ? year : 0.5, planted, year);
    const weather = weatherOn(random, side, year, has);
    dates.push({ year, raster: seenThrough(bands, weather, { random, side, has, masks: question.masks }) });
  }
  return dates;
}

interface Patches {
  readonly kind: Uint8Array;
  readonly phase: Float32Array;
  readonly strength: Float32Array;
}

const KINDS = ["soil", "leaves", "forest", "concrete", "water", "leaves"] as const;

function patches(random: Random, side: number): Patches {
  const seeds = Array.from({ length: Math.ceil((side * side) / 250) }, () => ({
    x: random() * side,
    y: random() * side,
    kind: Math.floor(random() * KINDS.length),
    phase: 0.02 * standardNormal(random),
    strength: 0.7 + 0.3 * random(),
  }));
  const nearest = nearestSeeds(seeds, side);
  return {
    kind: Uint8Array.from(nearest, (k) => seeds[k]!.kind),
    phase: Float32Array.from(nearest, (k) => seeds[k]!.phase),
    strength: Float32Array.from(nearest, (k) => seeds[k]!.strength),
  };
}

function groundOn(
  { kind, phase, strength }: Patches,
  texture: Float32Array,
  season: number,
  planted: PlantedChange | null,
  year: number,
): Float32Array[] {
  const side = Math.sqrt(kind.length);
  const all = new Uint8Array(kind.length).fill(1);
  const size = { width: side, height: side, radius: 1 };
  return Array.from({ length: BANDS }, (_, k) => {
    const sharp = Float32Array.from(kind, (one, i) => {
      const isBuilt = planted !== null && year >= planted.year && isWithin(planted, i, side);
      const cover = isBuilt ? "concrete" : KINDS[one]!;
      // leaves are out from spring to autumn, and never quite gone
      const green =
        0.25 + 0.75 * strength[i]! * (0.5 - 0.5 * Math.cos(2 * Math.PI * (season - phase[i]!))) ** 0.7;
      const plain = SPECTRA[cover][k]!;
      const share = cover === "leaves" ? green : cover === "forest" ? 0.7 + 0.3 * green : 1;
      return (share * plain + (1 - share) * SPECTRA.soil[k]!) * (1 + 0.06 * texture[i]!);
    });
    // the sensor sees a little of each neighbour
    return boxMean(sharp, all, size);
  });
}

/** Whether a pixel of a picture so many wide lies on what was planted. */
export function isWithin({ left, top, side }: PlantedChange, pixel: number, width: number): boolean {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  return x >= left && x < left + side && y >= top && y < top + side;
}

interface Weather {
  readonly haze: Float32Array;
  /** How much of the pixel a cloud, a shadow or snow covers. */
  readonly cloud: Float32Array;
  readonly shadow: Float32Array;
  readonly snow: Float32Array;
}

function weatherOn(random: Random, side: number, year: number, has: ReadonlySet<Trouble>): Weather {
  const veil = smoothField(random, side, side / 2);
  const depth = has.has("haze") ? 0.03 * random() ** 2 : 0;
  const cover = has.has("clouds") && random() < 0.6 ? 1.3 * standardNormal(random) : -9;
  const sky = smoothField(random, side, side / 5);
  const cloud = sky.map((value) => Math.min(Math.max(3 * (value + cover - 1), 0), 1));
  const shadow = cloud.map((_, i) => (i % side >= 6 && i >= 4 * side ? cloud[i - 4 * side - 6]! : 0));
  const isWinter = Math.cos(2 * Math.PI * year) > 0.6;
  const fallen = has.has("snow") && isWinter && random() < 0.5 ? 2 * random() - 0.5 : -9;
  const drift = smoothField(random, side, side / 8);
  const snow = drift.map((value) => Math.min(Math.max(2 * (value + fallen), 0), 1));
  return { haze: veil.map((value) => Math.max(depth * (1 + 0.5 * value), 0)), cloud, shadow, snow };
}

interface Seeing {
  readonly random: Random;
  readonly side: number;
  readonly has: ReadonlySet<Trouble>;
  readonly masks: SiteSeriesQuestion["masks"];
}

function seenThrough(ground: readonly Float32Array[], weather: Weather, seeing: Seeing): Raster {
  const { random, side, has, masks } = seeing;
  const { haze, cloud, shadow, snow } = weather;
  const light = 1 + 0.05 * standardNormal(random);
  const offset = has.has("offset") && random() < 0.1 ? 0.1 : 0;
  const [dx, dy] = has.has("shift") ? [0.3 * standardNormal(random), 0.3 * standardNormal(random)] : [0, 0];
  const bands = ground.map((band, k) => {
    const gain = light * (1 + 0.02 * standardNormal(random));
    const covered = band.map((value, i) => {
      const white = value + snow[i]! * (SPECTRA.snow[k]! - value);
      const lit = white * (1 - 0.6 * shadow[i]!) + VEIL[k]! * haze[i]!;
      return lit + cloud[i]! * (SPECTRA.cloud[k]! - lit);
    });
    const moved = resampleShifted(covered, side, side, { dx, dy });
    return Uint16Array.from(moved, (value, i) => {
      const seen = Number.isNaN(value) ? covered[i]! : value;
      return Math.round(10_000 * Math.max(gain * seen + offset + 0.003 * standardNormal(random), 1e-4));
    });
  });
  const mask = masks === "none" ? null : maskOf(weather, random);
  const grid = { epsg: null, geotransform: null };
  const same = { noData: null, grid, scales: bands.map(() => 1), offsets: bands.map(() => 0) };
  return { width: side, height: side, bands, mask, ...same };
}

/** What a cloud mask is like: it misses thin rims, one cloudy date in five, and shadows in two of five. */
function maskOf({ cloud, shadow, snow }: Weather, random: Random): Uint8Array {
  const [seesCloud, seesShadow] = [random() < 0.8, random() < 0.6];
  return Uint8Array.from(cloud, (value, i) => {
    const isHidden = (seesCloud && value > 0.3) || (seesShadow && shadow[i]! > 0.5) || snow[i]! > 0.4;
    return isHidden ? 0 : 1;
  });
}
