import {
  compareRasters,
  type MagnitudeScale,
  type Raster,
  type SiteHistory,
} from "#science/imagery/index.ts";
import type { Comparison } from "#model/comparison.ts";

interface HistoryQuestion {
  readonly kind: Comparison["kind"];
  readonly threshold: number;
  readonly shiftLimitPx: number;
  /** As which the threshold is told, and so the past. */
  readonly toldAs: MagnitudeScale;
}

/**
 * The share of pixels above a threshold between consecutive earlier pictures of a site, over all pairs that could be
 * compared, and the least and largest of one pair; null where none could.
 */
export function falseAlarmsIn(
  history: readonly Raster[],
  { threshold, ...how }: HistoryQuestion,
): Comparison["falseAlarms"] {
  const shares: number[] = [];
  let [above, compared] = [0, 0];
  for (const [k, after] of history.slice(1).entries()) {
    const magnitudes = magnitudesOf(history[k]!, after, how);
    if (magnitudes.length === 0) continue;
    const alarms = magnitudes.reduce((sum, value) => sum + (value > threshold ? 1 : 0), 0);
    shares.push(alarms / magnitudes.length);
    above += alarms;
    compared += magnitudes.length;
  }
  if (shares.length === 0) return null;
  return {
    share: above / compared,
    least: Math.min(...shares),
    most: Math.max(...shares),
    pairs: shares.length,
    objects: null,
  };
}

/** What a threshold learnt from the site's past did on stretches of it that it had not seen. */
export function falseAlarmsOfPast({
  measured,
  range: [least, most],
  stretches,
  falseObjects,
}: SiteHistory): NonNullable<Comparison["falseAlarms"]> {
  return { share: measured, least, most, pairs: stretches, objects: falseObjects };
}

function magnitudesOf(before: Raster, after: Raster, how: Omit<HistoryQuestion, "threshold">): Float32Array {
  try {
    const { magnitude, compared } = compareRasters(before, after, { ...how, alpha: null });
    return magnitude.filter((_, i) => compared[i] === 1);
  } catch (error) {
    // two dates that are hidden say nothing
    if (error instanceof RangeError) return new Float32Array(0);
    throw error;
  }
}
