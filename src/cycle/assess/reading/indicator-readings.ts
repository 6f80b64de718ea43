import type { IndicatorReading } from "#model/assessment.ts";
import { LEVEL_NAMES, type Indicator, type Level } from "#model/indicator.ts";
import { coveredShare, DAYS_PER_MONTH } from "./calendar.ts";
import { levelPath, readLevel, type LevelPoint } from "./levels.ts";
import type { Measured } from "./measured.ts";
import type { Situation } from "../situation.ts";

/** Every indicator's level now and at the end of every month. */
export function readIndicators(situation: Situation): IndicatorReading[] {
  const { measured, known } = situation;
  const own = measured.map((reading) => levelPath(reading, known));
  const paths = measured.map((reading, i) =>
    reading.indicator.measure.type === "lag" ? lagPath(situation, own, reading.indicator) : own[i]!,
  );
  return measured.map((reading, i) => describe(situation, reading, paths[i]!));
}

/** Mean level of another scenario's observed indicators over the lagged months. */
function lagPath(
  { measured, known }: Situation,
  paths: readonly LevelPoint[][],
  indicator: Indicator,
): LevelPoint[] {
  const { measure } = indicator;
  if (measure.type !== "lag") return [];
  const sources = measured.flatMap((m, i) =>
    m.indicator.bearings.some((b) => b.scenario === measure.scenario) ? [paths[i]!] : [],
  );
  let before: Level = "unknown";
  return known.months.map((_, t) => {
    const lagged = sources.flatMap((path) =>
      path.slice(Math.max(0, t - measure.toMonths), Math.max(0, t - measure.fromMonths + 1)),
    );
    const levels = lagged.flatMap(({ level }) => (level === "unknown" ? [] : [level]));
    const mean =
      levels.length === 0 ? null : levels.reduce((sum: number, level) => sum + level, 0) / levels.length;
    const point = readLevel(indicator, mean, levels.length / Math.max(1, lagged.length), before);
    before = point.level;
    return point;
  });
}

function describe({ known }: Situation, reading: Measured, path: readonly LevelPoint[]): IndicatorReading {
  const { indicator, matched, streams } = reading;
  const last = path.at(-1) ?? { level: "unknown", value: null, exposure: 0 };
  const day = known.monthEnds.at(-1) ?? 0;
  return {
    id: indicator.id,
    statement: indicator.statement,
    scenarios: indicator.bearings.map(({ scenario }) => scenario),
    group: indicator.group,
    bearings: indicator.bearings,
    level: last.level,
    levelName: levelName(indicator, last.level),
    value: last.value,
    baseline: baselineOf(indicator, path),
    exposure:
      indicator.measure.type === "lag"
        ? last.exposure
        : coveredShare(known, streams, day - indicator.windowDays + 1, day),
    observations: matched
      .filter((o) => known.months.length > 0 && inWindow(o.knownAt, known.asOf, indicator.windowDays))
      .map(({ id }) => id),
    history: path.map(({ level, value }, t) => ({ month: known.months[t]!, level, value })),
  };
}

function inWindow(knownAt: string, asOf: string, windowDays: number): boolean {
  return Date.parse(asOf) - Date.parse(knownAt) < windowDays * 86_400_000;
}

function levelName({ levelNames }: Indicator, level: Level): string {
  return level === "unknown" ? "unknown" : (levelNames ?? LEVEL_NAMES)[level];
}

/** Median over the five years before the window; under two years of readings there is no baseline. */
function baselineOf({ windowDays }: Indicator, path: readonly LevelPoint[]): number | null {
  const windowMonths = Math.ceil(windowDays / DAYS_PER_MONTH);
  const values = path
    .slice(Math.max(0, path.length - windowMonths - 60), Math.max(0, path.length - windowMonths))
    .flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 24) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
