import type { BenchRow } from "./bench-row.ts";
import { benchHawkesIntervals } from "./series/hawkes-intervals.ts";
import { benchHawkesZeros } from "./series/hawkes-zeros.ts";
import { benchHawkes } from "./series/hawkes.ts";
import { benchHazard } from "./series/hazard.ts";
import { benchIntervals } from "./series/intervals.ts";
import { benchLeadShift } from "./series/lead-shift.ts";
import { benchPeriod } from "./series/period.ts";
import { benchSurvival } from "./series/survival.ts";

/** What the series methods find where the truth is known, and how near they come to published figures. */
export async function benchSeries(runs = 2000): Promise<BenchRow[]> {
  return [...benchHawkes(), ...benchSurvival(), ...(await benchHazard(runs / 10)), ...benchPeriod(runs)];
}

/** How often intervals hold the truth: the slow half. */
export function benchSeriesCoverage(): BenchRow[] {
  return [
    ...benchIntervals(300),
    ...benchLeadShift(),
    ...benchHawkesIntervals(300),
    ...benchHawkesZeros(1000),
  ];
}

if (import.meta.main) console.table(await benchSeries(Number(process.argv[2] ?? 2000)));
