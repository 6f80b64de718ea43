import type { Scene } from "../../src/science/imagery/index.ts";
import { smoothField } from "../../src/science/imagery/testing/landscape.ts";
import { gammaDraw, standardNormal, type Random } from "../../src/science/numbers/index.ts";
import { type ChangeQuestion, changesDb } from "./radar-shapes.ts";

/** A kind of radar pair as public ones are: fields and water, and how both dates were stored. */
export interface RadarKind extends Pick<ChangeQuestion, "share" | "db" | "signs" | "shape" | "widthPx"> {
  readonly name: string;
  readonly looks: readonly [number, number];
  /** Whether neighbours share speckle, as in pictures of more pixels than the radar resolves. */
  readonly isShared: boolean;
  /** Drift of each field by itself, a standard deviation. */
  readonly parcelDb: number;
  readonly stored: "amplitude" | "decibel";
  /** Added to the amplitude of the date after, in its middles. */
  readonly pedestal: number;
}

const NATURAL_DB = 0.7;
/** Pixels over which fields are alike. */
const FIELD_PX = 18;

/** Both dates in 8 bits, and 1 where something changed; `side` pixels a side. */
export function madePair(
  kind: RadarKind,
  side: number,
  random: Random,
): { readonly dates: readonly [Scene, Scene]; readonly truth: Uint8Array } {
  const parcels = parcelsOf(random, side);
  const perParcel = (sd: number) => {
    const values = Float32Array.from({ length: side * side }, () => sd * standardNormal(random));
    return Float32Array.from(parcels, (parcel) => values[parcel]!);
  };
  const [fields, drift] = [perParcel(3), perParcel(kind.parcelDb)];
  const [texture, water] = [smoothField(random, side, 12), smoothField(random, side, 40)];
  const change = changesDb({ ...kind, side, parcels }, random);
  const date = (k: 0 | 1): Scene => {
    const natural = smoothField(random, side, 3);
    const speckle = speckleOf(kind, k, side, random);
    const power = Float32Array.from(speckle, (factor, i) => {
      const ground = water[i]! > 1 ? -20 : -10 + fields[i]! + texture[i]!;
      const own = k === 1 ? drift[i]! + change[i]! : 0;
      return 10 ** ((ground + own + NATURAL_DB * natural[i]!) / 10) * factor;
    });
    return { width: side, height: side, usable: null, bands: [stored(power, kind, k)] };
  };
  return { dates: [date(0), date(1)], truth: Uint8Array.from(change, (db) => (db === 0 ? 0 : 1)) };
}

function stored(power: Float32Array, { stored: how, pedestal }: RadarKind, date: 0 | 1): Float32Array {
  const values = power.map(how === "amplitude" ? Math.sqrt : Math.log);
  const sorted = values.toSorted();
  const at = (p: number) => sorted[Math.floor(p * (sorted.length - 1))]!;
  const [low, high] =
    how === "amplitude" ? [date === 1 ? -pedestal * at(0.5) : 0, 4 * at(0.5)] : [at(0.005), at(0.998)];
  return values.map((value) => Math.max(0, Math.min(255, Math.round((255 * (value - low)) / (high - low)))));
}

/** For each pixel the number of its field. */
function parcelsOf(random: Random, side: number): Int32Array {
  const columns = Math.ceil(side / FIELD_PX) + 2;
  const [jitterX, jitterY] = [0, 1].map(() => Float32Array.from({ length: columns ** 2 }, random));
  return Int32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [(i % side) / FIELD_PX + 1, Math.floor(i / side) / FIELD_PX + 1];
    let [least, nearest] = [Infinity, 0];
    for (let row = Math.floor(y) - 1; row <= Math.min(columns - 1, Math.floor(y) + 1); row++) {
      for (let column = Math.floor(x) - 1; column <= Math.min(columns - 1, Math.floor(x) + 1); column++) {
        const k = row * columns + column;
        const far = Math.abs(column + jitterX![k]! - x) + Math.abs(row + jitterY![k]! - y);
        if (far < least) [least, nearest] = [far, k];
      }
    }
    return nearest;
  });
}

function speckleOf({ looks, isShared }: RadarKind, date: 0 | 1, side: number, random: Random): Float32Array {
  const own = looks[date];
  if (!isShared) return Float32Array.from({ length: side * side }, () => gammaDraw(random, own) / own);
  const power = new Float32Array(side * side);
  for (let part = 0; part < 2 * own; part++) {
    const wave = sharedWave(side, random);
    for (let i = 0; i < power.length; i++) power[i]! += wave[i]! ** 2 / (2 * own);
  }
  return power;
}

/** Real or imaginary part of what a radar sees whose pixels overlap: unit variance, a fifth of it shared to each side. */
function sharedWave(side: number, random: Random): Float32Array {
  const weights = [0.2, 0.96, 0.2];
  const wide = side + 2;
  const raw = Float32Array.from({ length: wide * wide }, () => standardNormal(random));
  return Float32Array.from({ length: side * side }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < 9; k++) {
      const [dx, dy] = [k % 3, Math.floor(k / 3)];
      sum += weights[dx]! * weights[dy]! * raw[(Math.floor(i / side) + dy) * wide + (i % side) + dx]!;
    }
    return sum;
  });
}
