import type { AlongTrack } from "./along-track.ts";
import type { Candidate } from "./candidate.ts";
import { confidenceOf, USUAL_CONFIDENCE } from "./confidence.ts";
import type { PlaneChanges } from "./plane-changes.ts";

/**
 * A plane turns by itself from so many scales on: passive objects of low orbits reach sixteen, and what Moon and Sun do
 * to geostationary ones thirty.
 */
const MIN_SCALES = 50;
/** Sets on either side among which a gap shows most of it: more than medians reach. */
const SIDE = 6;
/** A burn seen along the track this near the gap, in days, is the same. */
const SAME_DAYS = 1;

/** The candidates seen along the track and, where none of them is likely, burns that turned the plane. */
export function withPlaneBurns(
  track: AlongTrack,
  turns: PlaneChanges,
  along: readonly Candidate[],
  isSparse: boolean,
): Candidate[] {
  let all = [...along];
  for (const across of planeBurns(track, turns, isSparse)) {
    const reach = SAME_DAYS + across.evidence[0]! / 2;
    const isNear = ({ burn }: Candidate) => Math.abs(burn.day - across.burn.day) < reach;
    if (along.some((each) => isNear(each) && confidenceOf(each) >= USUAL_CONFIDENCE)) continue;
    all = [...all.filter((each) => !isNear(each)), across];
  }
  return all.sort((a, b) => a.burn.day - b.burn.day);
}

/** Burns in the gaps over which the plane turned most; when within them is not known. */
function planeBurns(track: AlongTrack, { scales, atOnce }: PlaneChanges, isSparse: boolean): Candidate[] {
  const lasting = atOnce.map((turn, gap) => (scales[gap]! >= MIN_SCALES ? turn : 0));
  return Array.from(lasting.keys()).flatMap((gap) => {
    const around = lasting.subarray(Math.max(0, gap - SIDE), gap + SIDE + 1);
    if (lasting[gap] === 0 || Math.max(...around) > lasting[gap]!) return [];
    const [from, to] = [track.days[gap]!, track.days[gap + 1]!];
    const burn = { day: 0.5 * (from + to), step: 0, response: { days: 0, order: 1 } } as const;
    return [{ burn, seen: "across", isSparse, evidence: [to - from] } as const];
  });
}
