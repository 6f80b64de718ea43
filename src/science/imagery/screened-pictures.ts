import { reflectanceUnit } from "./optical/offset-guard.ts";
import { screenByTime, type ScreenBands } from "./optical/screen-by-time.ts";
import type { BandName } from "./pictures/preset.ts";
import type { Raster } from "./raster.ts";
import { isWholeNumbered, sceneOf } from "./scene-of-raster.ts";
import type { SitePictures } from "./site-pictures.ts";

/**
 * Optical pictures of a site; those without a mask lose what clouds, snow and shadows hide as far as dates to either
 * side tell, and count as masked then. As given where the bands are no reflectance, or none is blue or near infrared.
 */
export function screenedPictures<P extends SitePictures>(pictures: P, names: readonly BandName[]): P {
  const { earlier, before, after, later } = pictures;
  const rasters = [...earlier, before.raster, after.raster, ...later.map(({ raster }) => raster)];
  const masked = [
    ...earlier.map(({ mask }) => mask !== null),
    ...[before, after, ...later].map(({ isMasked }) => isMasked),
  ];
  const bands = bandsIn(names, before.raster.bands.length);
  const unit = unitOf(before.raster);
  if (bands === null || unit === null || masked.every((one) => one)) return pictures;
  const clear = screenByTime(rasters.map(sceneOf), { bands, unit });
  const seen = rasters.map((raster, t) => {
    const told = masked[t] ? null : clear[t]!;
    return told === null ? { raster, isMasked: masked[t]! } : { raster: under(raster, told), isMasked: true };
  });
  const first = earlier.length;
  return {
    ...pictures,
    earlier: seen.slice(0, first).map(({ raster }) => raster),
    before: { ...before, ...seen[first]! },
    after: { ...after, ...seen[first + 1]! },
    later: later.map((one, k) => ({ ...one, ...seen[first + 2 + k]! })),
  };
}

function bandsIn(names: readonly BandName[], bands: number): ScreenBands | null {
  const [blue, nir, swir] = (["blue", "nir", "swir"] as const).map((name) => names.indexOf(name));
  const isHere = (k: number) => k >= 0 && k < bands;
  return isHere(blue!) && isHere(nir!) ? { blue: blue!, infrared: [nir!, swir!].filter(isHere) } : null;
}

function unitOf(raster: Raster): number | null {
  const isScaled = raster.scales.some((scale) => scale !== 1);
  return reflectanceUnit(sceneOf(raster).bands, isWholeNumbered(raster) && !isScaled);
}

function under(raster: Raster, clear: Uint8Array): Raster {
  const { mask } = raster;
  return { ...raster, mask: mask === null ? clear : clear.map((one, i) => (mask[i] === 0 ? 0 : one)) };
}
