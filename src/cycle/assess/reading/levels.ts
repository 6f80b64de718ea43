import type { Indicator, Level } from "#model/indicator.ts";
import { coveredShare } from "./calendar.ts";
import type { Known } from "./known.ts";
import { valueOn } from "./measure.ts";
import type { Measured } from "./measured.ts";

/** Below this share of a covered window, silence is not calm: the level is unknown. */
export const LEAST_EXPOSURE = 0.5;

export interface LevelPoint {
  readonly level: Level;
  readonly value: number | null;
  readonly exposure: number;
}

/** The level at the end of every month, each knowing the one before it (hysteresis). */
export function levelPath(measured: Measured, known: Known): LevelPoint[] {
  let before: Level = "unknown";
  return known.monthEnds.map((day) => {
    const exposure = coveredShare(known, measured.streams, day - measured.indicator.windowDays + 1, day);
    const point = readLevel(measured.indicator, valueOn(measured, day), exposure, before);
    before = point.level;
    return point;
  });
}

/** A value seen is a fact even where coverage is thin: then the level is at least what was seen. */
export function readLevel(
  indicator: Indicator,
  value: number | null,
  exposure: number,
  before: Level,
): LevelPoint {
  if (value === null) return { level: "unknown", value: null, exposure };
  const level = levelFrom(indicator, value, before);
  if (exposure < LEAST_EXPOSURE && level === 0) return { level: "unknown", value: null, exposure };
  return { level, value, exposure };
}

/** Rises as soon as a bound is reached; falls only when the value is clearly below the bound that opened the level. */
function levelFrom({ levels, hysteresis }: Indicator, value: number, before: Level): 0 | 1 | 2 | 3 | 4 {
  const reached = levels.filter((bound) => value >= bound).length as 0 | 1 | 2 | 3 | 4;
  if (before === "unknown" || reached >= before) return reached;
  const held = levels.filter((bound, i) => i < before && value >= bound * (1 - hysteresis)).length;
  return Math.max(reached, held) as 0 | 1 | 2 | 3 | 4;
}
