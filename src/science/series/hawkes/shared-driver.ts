import type { Baseline } from "./baseline.ts";
import { countsByType, type EventHistory } from "./event-history.ts";
import { fitHawkes, type HawkesFit } from "./fit.ts";
import { noCross } from "./infer.ts";

/** A fit in which the baseline of every type may drift, so that what drives all types alike is not read as reaction. */
export interface DriverControl {
  readonly fit: HawkesFit;
  /** Swings longer than this, in the unit of time, are taken out. */
  readonly slowerThan: number;
}

const SEGMENTS = [1, 2, 4, 8];
const EVENTS_PER_KNOT = 8;

/**
 * Lets each type's baseline bend at evenly spaced knots, their number chosen by AIC among fits without excitation
 * across types. What drives both types may act on each in its own way, so a common driver is covered by this.
 */
export function controlDriver(history: EventHistory): DriverControl {
  const { duration, typeCount } = history;
  const most = Math.min(...countsByType(history)) / EVENTS_PER_KNOT;
  const candidates = SEGMENTS.filter((segments) => segments === 1 || segments < most);
  const scored = candidates.map((segments) => {
    const baseline: Baseline = { segments, duration };
    const { logLik } = fitHawkes(history, baseline, noCross(typeCount, segments + 1));
    return { baseline, aic: 2 * (segments + 1) * typeCount - 2 * logLik };
  });
  const { baseline } = scored.reduce((best, one) => (one.aic < best.aic ? one : best));
  return { fit: fitHawkes(history, baseline), slowerThan: (2 * duration) / baseline.segments };
}
