import type { BenchRow } from "./bench-row.ts";
import { benchIntervals } from "./series/intervals.ts";
import { benchPeriod } from "./series/period.ts";

const FULL = { runs: 1000, records: 300 };
const QUICK = { runs: 100, records: 60 };

/** What the series methods find where the truth is known. */
export async function benchSeries({ runs, records } = FULL): Promise<BenchRow[]> {
  return [...benchPeriod(runs), ...benchIntervals(records)];
}

if (import.meta.main) console.table(await benchSeries(process.argv[2] === "quick" ? QUICK : FULL));
