import { linearBand, scaleOf } from "../radar/backscatter.ts";
import type { Scene } from "../scene.ts";

/** What the three colours of a quicklook show. */
export const PRESETS = ["true-colour", "swir-nir-red", "sar-db"] as const;
export type Preset = (typeof PRESETS)[number];

/** What a band is of; `other` is never drawn in colour. */
export const BAND_NAMES = ["blue", "green", "red", "nir", "swir", "vv", "vh", "other"] as const;
export type BandName = (typeof BAND_NAMES)[number];

const COLOURS: Readonly<Record<Exclude<Preset, "sar-db">, readonly BandName[]>> = {
  "true-colour": ["red", "green", "blue"],
  "swir-nir-red": ["swir", "nir", "red"],
};

/**
 * The channels of both dates to be drawn as red, green and blue, or one to be drawn grey. Radar is in decibels: one
 * polarisation grey; of two the first, the second and their ratio. RangeError where a band is missing.
 */
export function channelsOf(
  dates: readonly Scene[],
  preset: Preset,
  names: readonly BandName[],
): readonly (readonly Float32Array[])[] {
  if (preset === "sar-db") return radarChannels(dates);
  const places = COLOURS[preset].map((name) => {
    const place = names.indexOf(name);
    if (place >= 0 && dates.every(({ bands }) => place < bands.length)) return place;
    throw new RangeError(`no band is ${name}; ${preset} needs ${COLOURS[preset].join(", ")}`);
  });
  return dates.map(({ bands }) => places.map((place) => bands[place]!));
}

function radarChannels(dates: readonly Scene[]): Float32Array[][] {
  return dates.map((scene) => {
    const usable = scene.usable ?? new Uint8Array(scene.width * scene.height).fill(1);
    // an empty date has no scale of its own
    const scale = usable.includes(1) ? scaleOf(scene) : "decibel";
    const decibels = scene.bands
      .slice(0, 2)
      .map((band) => linearBand(band, usable, scale).map((power) => 10 * Math.log10(power)));
    const [first, second] = decibels as [Float32Array, Float32Array?];
    if (second === undefined) return [first];
    return [first, second, first.map((one, i) => one - second[i]!)];
  });
}
