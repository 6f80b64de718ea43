import type { AccessionHazard, NextMember } from "./accession.ts";

/** One that may be among those who joined without being named. */
export interface NextOrUnnamed extends NextMember {
  /** How probable it is that it is one of the unnamed. */
  readonly already: number;
}

export interface HazardWithUnnamed extends AccessionHazard {
  readonly unnamed: number;
  readonly next: readonly NextOrUnnamed[];
}

const BISECTIONS = 60;

/**
 * A hazard of accession where a count tells of `unnamed` accessions more than have names. Whoever was likelier to join
 * is likelier to be one of them: the chance of each is 1 − exp(−c · its cumulative hazard), with c such that the
 * chances add up to their number. Rates grow by the share of accessions that the fit did not see, and the chance to
 * join is that of being outside still, and then joining.
 */
export function allowingForUnnamed(hazard: AccessionHazard, unnamed: number): HazardWithUnnamed {
  const cumulative = hazard.next.map(({ p }) => -Math.log1p(-p));
  const reach = reachOf(cumulative, unnamed);
  const seen = hazard.events / (hazard.events + unnamed);
  const faster = (p: number) => -Math.expm1(Math.log1p(-p) / seen);
  const next = hazard.next.map((one, n) => {
    const already = -Math.expm1(-reach * cumulative[n]!);
    const within = (p: number) => (1 - already) * faster(p);
    return { ...one, p: within(one.p), low: within(one.low), high: within(one.high), already };
  });
  const { constant } = hazard;
  return {
    ...hazard,
    unnamed,
    constant: {
      ...constant,
      p: faster(constant.p),
      low: faster(constant.low),
      high: faster(constant.high),
    },
    next: next.sort((a, b) => b.p - a.p || (a.id < b.id ? -1 : 1)),
  };
}

/** The multiple of the cumulative hazards by which so many are expected to have joined; 0 for none. */
function reachOf(cumulative: readonly number[], count: number): number {
  if (count === 0) return 0;
  const expected = (reach: number) => cumulative.reduce((sum, each) => sum - Math.expm1(-reach * each), 0);
  let [low, high] = [0, 1 / Math.min(...cumulative)];
  while (expected(high) < count && Number.isFinite(high)) high *= 2;
  for (let n = 0; n < BISECTIONS; n++) {
    const middle = (low + high) / 2;
    if (expected(middle) < count) low = middle;
    else high = middle;
  }
  return high;
}
