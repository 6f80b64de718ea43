import { leadShift } from "#science/series/index.ts";
import type { BenchRow } from "../bench-row.ts";

/** How many firsts there are before and after, all of equal weight. */
const SIZES = [
  [40, 10],
  [20, 20],
  [12, 12],
  [40, 5],
] as const;
/** Shares of one side that are held against each other. */
const SHARES = Array.from({ length: 19 }, (_, k) => (k + 1) / 20);

/** How often the 90 % interval of a lead shift holds the truth: by counting every outcome, so without chance. */
export function benchLeadShift(): BenchRow[] {
  return SIZES.map(([before, after]) => {
    const truths = SHARES.flatMap((old) => SHARES.map((now) => coverage([before, old], [after, now])));
    const mean = truths.reduce((sum, each) => sum + each, 0) / truths.length;
    const even = coverage([before, 0.5], [after, 0.5]);
    return {
      name: `90 % interval, lead shift of ${before} to ${after} firsts, every outcome counted`,
      figure: `${percent(mean)} in the mean of ${truths.length} truths (${percent(Math.min(...truths))} to ${percent(Math.max(...truths))}), ${percent(even)} of even sides`,
      target: "88 to 92 %",
    };
  });
}

type Side = readonly [firsts: number, share: number];

function coverage([before, old]: Side, [after, now]: Side): number {
  const [ofOld, ofNow] = [chances(before, old), chances(after, now)];
  let held = 0;
  ofOld.forEach((p, i) =>
    ofNow.forEach((q, k) => {
      const { low, high } = leadShift(counted(i, before), counted(k, after))!;
      if (low <= now - old + ROUNDING && now - old <= high + ROUNDING) held += p * q;
    }),
  );
  return held;
}

/** An end that is the truth holds it. */
const ROUNDING = 1e-12;

const counted = (own: number, all: number) => ({ own, all, squares: all });

/** Of each number of successes among so many. */
function chances(n: number, share: number): number[] {
  const all = [(1 - share) ** n];
  for (let k = 1; k <= n; k++) all.push((all[k - 1]! * (n - k + 1) * share) / (k * (1 - share)));
  return all;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
