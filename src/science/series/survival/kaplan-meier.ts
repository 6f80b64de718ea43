import { normalQuantile } from "#science/numbers/index.ts";
import { checkSpells, type Spell } from "./spells.ts";

/** One step of the survival curve. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Of the survival, by Greenwood's formula. */
  readonly standardError: number;
  /** 95 % by default, on ln(−ln S). */
  readonly low: number;
  readonly high: number;
}

export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[];
  /** The time by which half have had the event; null where the curve stays above a half. */
  readonly median: number | null;
}

/**
 * The product-limit estimate, late entries allowed. Kaplan & Meier 1958; interval on ln(−ln S), which near a survival
 * of 1 holds the truth as often as it says where one on ln S does not. Kalbfleisch & Prentice 1980, §1.3.
 */
export function kaplanMeier(spells: readonly Spell[], level = 0.95): SurvivalCurve {
  checkSpells(spells);
  const stops = spells.toSorted((a, b) => a.stop - b.stop);
  const starts = Float64Array.from(spells, ({ start }) => start).sort();
  const z = normalQuantile(0.5 + level / 2);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood, entered] = [1, 0, 0];
  for (let n = 0; n < stops.length;) {
    const time = stops[n]!.stop;
    while (entered < starts.length && starts[entered]! < time) entered++;
    const atRisk = entered - n;
    let events = 0;
    for (; n < stops.length && stops[n]!.stop === time; n++) if (stops[n]!.event) events++;
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const spread = Math.sqrt(greenwood);
    const reach = Math.exp((z * spread) / -Math.log(survival));
    steps.push({
      time,
      atRisk,
      events,
      survival,
      standardError: survival * (survival === 0 ? NaN : spread),
      low: survival === 0 ? NaN : survival ** reach,
      high: survival === 0 ? NaN : survival ** (1 / reach),
    });
  }
  return { steps, median: medianOf(steps) };
}

/** Where the curve runs flat at one half, the middle of that stretch. */
function medianOf(steps: readonly SurvivalStep[]): number | null {
  const isHalf = (survival: number) => Math.abs(survival - 0.5) < 1e-12;
  const at = steps.findIndex(({ survival }) => survival < 0.5 || isHalf(survival));
  if (at < 0) return null;
  const next = steps[at + 1];
  return isHalf(steps[at]!.survival) && next ? (steps[at]!.time + next.time) / 2 : steps[at]!.time;
}
