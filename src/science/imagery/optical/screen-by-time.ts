import { quantileOf } from "../order-statistics.ts";
import type { Scene } from "../scene.ts";
import { clearAround } from "./scene-mask.ts";

/** Which bands of a scene tell clouds and shadows. */
export interface ScreenBands {
  readonly blue: number;
  /** Near infrared, and short-wave infrared where there is one. */
  readonly infrared: readonly number[];
}

export interface ScreenQuestion {
  readonly bands: ScreenBands;
  /** The stored number of reflectance 1. */
  readonly unit: number;
}

/** So many dates to either side say what the ground is like; with fewer than two nothing tells a cloud from new ground. */
const [MOST_NEIGHBOURS, LEAST_NEIGHBOURS] = [3, 2];
/** Clouds and snow are brighter in blue by so much reflectance. */
const BRIGHTER = 0.06;
/** Shadows leave at most this share of the infrared, and take so much reflectance: water is always near nothing. */
const [SHADED, DARKER] = [0.65, 0.03];
/** Rims are hidden so many pixels wide. */
const RIM_PX = 2;
/** A date may carry the processing offset of Sentinel-2, which is no cloud. */
const OFFSET = 0.1;

/**
 * For each date of a series 1 where it sees the ground: neither brighter in blue nor darker in all infrared bands than
 * the dates before it and those after it. After Hagolle et al. 2010, asked to both sides so that new ground stays. Null
 * for dates with fewer than two others to either side.
 */
export function screenByTime(series: readonly Scene[], question: ScreenQuestion): (Uint8Array | null)[] {
  return series.map(({ width, height }, t) => {
    const before = series.slice(Math.max(t - MOST_NEIGHBOURS, 0), t);
    const after = series.slice(t + 1, t + 1 + MOST_NEIGHBOURS);
    if (Math.min(before.length, after.length) < LEAST_NEIGHBOURS) return null;
    const hidden = hiddenOn(series[t]!, [before, after], question);
    return clearAround(hidden, RIM_PX, { width, height, pixelMetres: 1 });
  });
}

type Sides = readonly [readonly Scene[], readonly Scene[]];

function hiddenOn(
  { bands }: Scene,
  sides: Sides,
  { bands: { blue, infrared }, unit }: ScreenQuestion,
): Uint8Array {
  const light = bands[blue]!;
  const [past, future] = mediansOf(sides, blue);
  const brightest = past.map((value, i) => Math.max(value, future[i]!));
  const level = levelOf(light, brightest, unit);
  const hidden = new Uint8Array(light.length).fill(1);
  for (const k of infrared) {
    const [earlier, later] = mediansOf(sides, k);
    const band = bands[k]!;
    for (let i = 0; i < hidden.length; i++) {
      const lit = Math.min(earlier[i]!, later[i]!);
      if (!(band[i]! - level < Math.min(SHADED * lit, lit - DARKER * unit))) hidden[i] = 0;
    }
  }
  const limit = level + BRIGHTER * unit;
  for (let i = 0; i < hidden.length; i++) if (light[i]! - brightest[i]! > limit) hidden[i] = 1;
  return hidden;
}

/** The offset that a date has and its neighbours lack, or the other way round: clouds leave its darkest tenth alone. */
function levelOf(blue: Float32Array, ground: Float32Array, unit: number): number {
  const rise = blue.map((value, i) => value - ground[i]!);
  const step = OFFSET * unit;
  return step * Math.min(Math.max(Math.round(quantileOf(rise, 0.1) / step), -1), 1);
}

function mediansOf([before, after]: Sides, band: number): [Float32Array, Float32Array] {
  const of = (scenes: readonly Scene[]) => lowerMedian(scenes.map(({ bands }) => bands[band]!));
  return [of(before), of(after)];
}

/** The middle of each pixel over three dates, the lower of two. */
function lowerMedian([a, b, c]: readonly Float32Array[]): Float32Array {
  const middle = new Float32Array(a!.length);
  for (let i = 0; i < middle.length; i++) {
    const [x, y] = [a![i]!, b![i]!];
    const low = Math.min(x, y);
    middle[i] = c === undefined ? low : Math.max(low, Math.min(Math.max(x, y), c[i]!));
  }
  return middle;
}
