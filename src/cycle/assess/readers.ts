import type { Predicate } from "#model/query.ts";
import type { Watch } from "#model/watch.ts";
import { compileRule, type RuleReader } from "./evidence/rule-stories.ts";
import { compileMeasure, type MeasureReader } from "./reading/measure.ts";
import { rememberedFor } from "./reading/remembered-for.ts";

/** What reads a watch's record: one reader for each indicator and each scenario's rule of resolution. */
export interface Readers {
  readonly measures: readonly MeasureReader[];
  readonly rules: readonly RuleReader[];
  /** Whether any of them reads an observation. */
  readonly isRead: Predicate;
}

export function compileReaders({ indicators, scenarios }: Watch): Readers {
  const measures = indicators.map(compileMeasure);
  const rules = scenarios.map(compileRule);
  const isRead = rememberedFor((one) => [...measures, ...rules].some(({ touches }) => touches(one)));
  return { measures, rules, isRead };
}
