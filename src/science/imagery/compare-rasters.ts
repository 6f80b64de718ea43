import { above } from "./guarded-threshold.ts";
import { opticalChange } from "./optical/optical-change.ts";
import { reflectanceUnit } from "./optical/offset-guard.ts";
import type { MagnitudeScale, PairChange } from "./pair-change.ts";
import { radarChange } from "./radar/radar-change.ts";
import type { Raster } from "./raster.ts";
import { isWholeNumbered, sceneOf } from "./scene-of-raster.ts";

export interface RasterQuestion {
  readonly kind: "optical" | "sar";
  /** Share of unchanged pixels above the threshold; decided from the pair when null. */
  readonly alpha: number | null;
  /** The largest shift that is undone, in pixels. */
  readonly shiftLimitPx: number;
  /** Of radar: as magnitudes of another pair are told. */
  readonly toldAs?: MagnitudeScale;
}

/** Change between two rasters of the same bands on one grid. RangeError when nothing can be compared. */
export function compareRasters(
  before: Raster,
  after: Raster,
  { kind, alpha, shiftLimitPx, toldAs }: RasterQuestion,
): PairChange {
  const [x, y] = [sceneOf(before), sceneOf(after)];
  if (kind === "sar") return radarChange(x, y, { alpha, shiftLimitPx, toldAs: toldAs ?? null });
  const isScaled = before.scales.some((scale) => scale !== 1);
  const unit = reflectanceUnit(x.bands, isWholeNumbered(before) && !isScaled);
  return opticalChange(x, y, { alpha, unit, shiftLimitPx });
}

/** 1 where it changed: as neighbours settle it, else where the magnitude lies above the threshold. */
export function changedMask({ magnitude, settled, threshold: { threshold } }: PairChange): Uint8Array {
  return settled ?? above(magnitude, threshold);
}
