import type { Bearing } from "#model/indicator.ts";
import type { Evidence } from "#science/belief/index.ts";
import type { Known } from "../reading/known.ts";
import type { Measured } from "../reading/measured.ts";
import { monthlyStories } from "./monthly-stories.ts";
import { windowMeans } from "./window-means.ts";

/** Newly known cases, each in the share or not, against the share expected in each state. */
export function shareEvidence(
  { indicator, increments, among, streams }: Measured,
  bearing: Bearing,
  scenario: number,
  known: Known,
): Evidence {
  const expected = windowMeans(indicator.levels, bearing).map((p) => Math.min(0.99, p));
  const part = monthlyStories(increments, known, streams, (amount) => amount).counts;
  const { counts: whole, exposure } = monthlyStories(among, known, streams, (amount) => amount);
  const ratio = (p: number, to: number, from: number): number =>
    p * Math.log(expected[to]! / expected[from]!) +
    (1 - p) * Math.log((1 - expected[to]!) / (1 - expected[from]!));
  const typicalCases = 6;
  const power = Math.min(
    1,
    Math.max(0, Math.log(bearing.present) / (typicalCases * ratio(indicator.levels[2], 2, 1))),
  );
  const logLikelihood = new Float64Array(known.months.length * 3);
  whole.forEach((n, t) => {
    const share = n > 0 ? Math.min(1, part[t]! / n) : 0;
    for (const s of [1, 2]) logLikelihood[t * 3 + s] = n > 0 ? power * n * ratio(share, s, 0) : 0;
  });
  return { type: "table", scenario, group: indicator.group, exposure, logLikelihood };
}
