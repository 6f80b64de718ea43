import type { BenchRow } from "./bench-row.ts";
import { benchPeriod } from "./series/period.ts";

/** What the series methods find where the truth is known. */
export async function benchSeries(): Promise<BenchRow[]> {
  return benchPeriod();
}

if (import.meta.main) console.table(await benchSeries());
