import type { Level } from "#model/indicator.ts";
import { reportValue, type ReportRows, type ReportValue } from "#science/belief/index.ts";
import type { Assessed } from "./assess.ts";
import { levelTables } from "./level-tables.ts";

/** What another full window of one indicator would be worth to one forecast. */
export interface Requirement extends ReportValue {
  readonly indicator: string;
  readonly statement: string;
  /** Where it stands; unknown is a gap in collection. */
  readonly level: Level;
}

/** The level at which `present` was elicited. */
const PRESENT = 3;

/** What a further window of each indicator would do to P(critical now or within 90 days) of the scenario at that place. */
export function reportValues(assessed: Assessed, scenario: number): readonly Requirement[] {
  const { situation, inference, assessment } = assessed;
  const { scenarios } = situation.watch;
  const soon = inference.soonFrom[scenario]!;
  return assessment.indicators.flatMap(({ id, statement, level }, i): Requirement[] => {
    const tables = levelTables(assessed, i);
    if (!(scenarios[scenario]!.id in tables)) return [];
    const rowsAt = (at: number): ReportRows =>
      Object.entries(tables).map(([bearsOn, rows]) => ({
        scenario: scenarios.findIndex((one) => one.id === bearsOn),
        logLikelihood: rows[at]!,
      }));
    const value = reportValue(inference.alpha, soon, { present: rowsAt(PRESENT), absent: rowsAt(0) });
    return [{ indicator: id, statement, level, ...value }];
  });
}
