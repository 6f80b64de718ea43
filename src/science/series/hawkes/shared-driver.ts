import { countsByType, type EventHistory } from "./event-history.ts";
import { hawkesFits, type HawkesFits } from "./fit.ts";
import { noCross } from "./infer.ts";

/** Fits in which the baseline of every type may drift, so that what drives all types alike is not read as reaction. */
export interface DriverControl {
  readonly fits: HawkesFits;
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
    const fits = hawkesFits(history, { segments, duration });
    const { logLik } = fits.fit(noCross(typeCount, segments + 1));
    return { fits, segments, aic: 2 * (segments + 1) * typeCount - 2 * logLik };
  });
  const { fits, segments } = scored.reduce((best, one) => (one.aic < best.aic ? one : best));
  return { fits, slowerThan: (2 * duration) / segments };
}
