import type { Scene } from "../scene.ts";
import { type SpeckleFit, speckleFit } from "./speckle-fit.ts";

/** Spread follows mean by a smaller power in decibels than in amplitude or power, which have 0 and 1. */
const DECIBEL_POWER = 0.5;
/** Spread of logarithms that decibels are told in: that of four looks, which averages neither by brightest alone. */
const LOG_SPREAD = 0.5;
/** A zero that lies nearer, in middles of the picture or in its own standard errors, is left where it is. */
const [LEAST_ZERO, LEAST_ERRORS] = [0.1, 3];

export interface Unstretched {
  readonly dates: readonly [Scene, Scene];
  /** What was undone, for who reads how change was found; null where values are linear as they stand. */
  readonly undone: string | null;
}

/**
 * Two dates as speckle shows them to have been before they were stretched to few bits: where spread is the same on
 * dark and bright ground they hold decibels, of an unknown step that is taken alike for both; where it falls to
 * nothing at some value besides 0, that is the zero of amplitude. Values that are linear as they stand stay as they are.
 */
export function unstretched(dates: readonly [Scene, Scene]): Unstretched {
  const fits = dates.map((scene) => scene.bands.map((band) => speckleFit(band, scene)));
  const undone = new Set<string>();
  const linear = (date: 0 | 1): Scene => {
    const bands = dates[date].bands.map((band, k) => {
      const [fit, other] = [fits[date]![k]!, fits[1 - date]![k]!];
      if (fit === null) return band;
      if (other !== null && isDecibel(fit) && isDecibel(other)) {
        undone.add("a stretch of decibels");
        const step = (2 * LOG_SPREAD) / (fit.spread + other.spread);
        return band.map((value) => Math.exp(step * value));
      }
      if (isDecibel(fit) || !isOffZero(fit)) return band;
      undone.add("an offset of amplitude");
      return band.map((value) => value - fit.zero);
    });
    return { ...dates[date], bands };
  };
  return { dates: [linear(0), linear(1)], undone: undone.size === 0 ? null : [...undone].join(" and ") };
}

function isDecibel({ power }: SpeckleFit): boolean {
  return power < DECIBEL_POWER;
}

function isOffZero({ zero, zeroError, middle }: SpeckleFit): boolean {
  return Math.abs(zero) > Math.max(LEAST_ZERO * middle, LEAST_ERRORS * zeroError);
}
