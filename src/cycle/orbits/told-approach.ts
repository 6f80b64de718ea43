import type { Approach } from "#science/orbits/index.ts";

/** An approach as programs are told of it: times ISO 8601 UTC to the millisecond, kilometres to the millimetre. */
export interface ToldApproach extends Pick<
  Approach,
  "id1" | "id2" | "kind" | "missKm" | "relKmS" | "age1Days" | "age2Days"
> {
  readonly tca: string;
  readonly from: string;
  readonly to: string;
}

export function toldApproach(approach: Approach): ToldApproach {
  const { id1, id2, kind, tcaMs, missKm, relKmS, fromMs, toMs, age1Days, age2Days } = approach;
  return {
    id1,
    id2,
    tca: isoAt(tcaMs),
    missKm: rounded(missKm, 6),
    relKmS: rounded(relKmS, 6),
    kind,
    from: isoAt(fromMs),
    to: isoAt(toMs),
    age1Days: rounded(age1Days, 3),
    age2Days: rounded(age2Days, 3),
  };
}

export function isoAt(ms: number): string {
  return new Date(Math.round(ms)).toISOString();
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
