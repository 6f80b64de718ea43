import { coverageBegins, monthIndex, monthlyExposure } from "../reading/calendar.ts";
import type { Increment } from "../reading/increments.ts";
import type { Known } from "../reading/known.ts";

/** Stories per month, and how far each month was covered. */
export function monthlyStories(
  increments: readonly Increment[],
  known: Known,
  streams: readonly string[],
  scale: (amount: number) => number,
): { counts: Float64Array; exposure: Float64Array } {
  const counts = new Float64Array(known.months.length);
  for (const { day, amount } of increments) {
    const month = monthIndex(known, day);
    if (month >= 0) counts[month]! += scale(amount);
  }
  const exposure = monthlyExposure(known, streams);
  return { counts, exposure: heard(known, streams, exposure, (t) => counts[t]! > 0) };
}

/**
 * Exposure as it is heard. After a file's horizon silence says nothing, but what is seen all the same counts at full
 * exposure, the cautious reading. Before a file begins nothing counts: famous cases without the quiet between them mislead.
 */
export function heard(
  known: Known,
  streams: readonly string[],
  exposure: Float64Array,
  isSeen: (month: number) => boolean,
): Float64Array {
  const begins = coverageBegins(known, streams);
  return exposure.map((covered, t) =>
    covered === 0 && known.monthEnds[t]! >= begins && isSeen(t) ? 1 : covered,
  );
}
