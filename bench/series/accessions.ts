import type { Random } from "#science/numbers/index.ts";
import type { AccessionRecord, Candidate } from "#science/series/index.ts";

/** The last of the months watched, from 0. */
const LAST = 72;

/** A record of accessions from a known truth, and the log of each state's rate in a month of it. */
export interface SimulatedAccessions {
  readonly record: AccessionRecord;
  readonly joined: number;
  readonly logRate: (state: number, month: number) => number;
}

/** States in five groups that join at a monthly rate, risen by e^pull where all others of the group are in. */
export function simulateAccessions(
  states: number,
  { monthly, pull }: { monthly: number; pull: number },
  random: Random,
): SimulatedAccessions {
  const groups = Array.from({ length: states }, (_, i) => i % 5);
  const joined: (number | null)[] = groups.map(() => null);
  const logRate = (i: number, month: number) => {
    const others = groups.flatMap((g, k) => (g === groups[i] && k !== i ? [k] : []));
    const share = others.filter((k) => joined[k] !== null && joined[k]! < month).length / others.length;
    return Math.log(monthly) + pull * share;
  };
  for (let month = 0; month <= LAST; month++) {
    for (let i = 0; i < states; i++) {
      if (joined[i] === null && random() < -Math.expm1(-Math.exp(logRate(i, month)))) joined[i] = month;
    }
  }
  const candidates = groups.map((group, i): Candidate => ({
    id: String(i),
    group: String(group),
    joined: [joined[i]!],
    covariates: [],
  }));
  return {
    record: { candidates, opened: [0], last: LAST, covariateNames: [] },
    joined: joined.filter((month) => month !== null).length,
    logRate,
  };
}
