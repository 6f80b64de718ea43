import type { Scene } from "../scene.ts";
import { pooledStretch, stretched, type StretchLimits } from "./pooled-stretch.ts";
import { channelsOf, type BandName, type Preset } from "./preset.ts";

/** Dates of one place as pictures that may be compared by eye. */
export interface Quicklooks {
  readonly preset: Preset;
  /** One pair of limits for each channel, the same for all dates: red, green, blue, or grey alone. */
  readonly stretch: readonly StretchLimits[];
  /** RGBA bytes of each date, rows from the top; what was not measured or is hidden is transparent. */
  readonly pictures: readonly Uint8Array[];
}

export interface QuicklookQuestion {
  readonly preset: Preset;
  /** What each band is of, in their order; radar needs none. */
  readonly names: readonly BandName[];
}

/**
 * Draws dates on one grid with one stretch, 2 to 98 % of all their usable values. RangeError for a preset whose bands
 * are not there.
 */
export function quicklooks(dates: readonly Scene[], { preset, names }: QuicklookQuestion): Quicklooks {
  const channels = channelsOf(dates, preset, names);
  const stretch = channels[0]!.map((_, k) =>
    pooledStretch(channels.map((of, date) => usableValues(of[k]!, dates[date]!.usable))),
  );
  const pictures = dates.map((date, i) => painted(channels[i]!, stretch, date.usable));
  return { preset, stretch, pictures };
}

function usableValues(band: Float32Array, usable: Uint8Array | null): Float32Array {
  return usable === null ? band : band.filter((_, i) => usable[i] === 1);
}

function painted(
  channels: readonly Float32Array[],
  stretch: readonly StretchLimits[],
  usable: Uint8Array | null,
): Uint8Array {
  const pixels = channels[0]!.length;
  const rgba = new Uint8Array(4 * pixels);
  const colours = channels.length === 1 ? [0, 0, 0] : [0, 1, 2];
  for (let i = 0; i < pixels; i++) {
    if (usable?.[i] === 0 || channels.some((channel) => !Number.isFinite(channel[i]!))) continue;
    for (const [at, k] of colours.entries()) rgba[4 * i + at] = stretched(channels[k]![i]!, stretch[k]!);
    rgba[4 * i + 3] = 255;
  }
  return rgba;
}
