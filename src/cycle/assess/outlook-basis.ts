import type { OutlookBasis } from "#science/belief/index.ts";
import type { Inference } from "./contributions.ts";
import type { Situation } from "./situation.ts";

/** The fitted model and its evidence as plain numbers. */
export function basisOf({ watch, known }: Situation, { model, table, outlooks }: Inference): OutlookBasis {
  const horizonMonths = Math.max(...watch.scenarios.map((scenario) => scenario.horizonMonths));
  return { model, months: known.months.length, evidence: [...table], rules: outlooks, horizonMonths };
}
