import type { ElementSet } from "../elements/element-set.ts";
import type { AlongTrack } from "./along-track.ts";
import { withoutBurns, type Burn } from "./burn.ts";
import type { Candidate } from "./candidate.ts";
import { immediateBurns } from "./immediate-burns.ts";
import { laggingBurns } from "./lagging-burns.ts";
import { missedBurns } from "./missed-burns.ts";
import { withPlaneBurns } from "./plane-burns.ts";
import { planeChanges } from "./plane-changes.ts";
import { repeatDays } from "./repeat-days.ts";
import { setErrorsOf, withoutDrag, withoutSharing } from "./set-errors.ts";
import { settleBurns } from "./settle-burns.ts";
import { singleBurns } from "./single-burns.ts";
import { sparseCandidates } from "./sparse-candidates.ts";
import { steadySides } from "./steady-sides.ts";

/** A slow bend this near an immediate burn, in days, is the same. */
const SAME_DAYS = 1.5;
/** How far from where a burn was first seen its time may be, in days. */
const [FIRST_REACH, LATER_REACH] = [2.4, 1.5];
/** No set tells a time better than this. */
const LEAST_SPREAD_DAYS = 0.02;
/** Sets that are usually further apart than this, in days, are sparse. */
const SPARSE_DAYS = 3;

/** Every possible burn of a history, in order of time; `turns` are those of its plane. */
export function burnCandidates(track: AlongTrack, turns = planeChanges(track)): Candidate[] {
  const immediate = immediateBurns(track);
  const lagging = laggingBurns(withoutBurns(track, immediate)).filter(({ day }) =>
    immediate.every((burn) => Math.abs(burn.day - day) > SAME_DAYS),
  );
  if (usualGap(track.days) > SPARSE_DAYS)
    return withPlaneBurns(track, turns, sparseCandidates(track, immediate, lagging), true);
  const seen = [...immediate, ...lagging].sort((a, b) => a.day - b.day);
  return withPlaneBurns(track, turns, closeCandidates(track, seen), false);
}

function usualGap(days: Float64Array): number {
  const gaps = days
    .subarray(1)
    .map((day, i) => day - days[i]!)
    .sort();
  return gaps[gaps.length >> 1] ?? 0;
}

/** By SGP4's own bound: there Moon and Sun move an orbit as no parabola does, and neighbours miss it alike. */
const isDeepSpace = ({ meanMotionRevPerDay }: ElementSet) => meanMotionRevPerDay < 1440 / 225;

/** How the sets lag that tell of the burn nearest to a day: those that do not share no observations. */
function lagDaysAt(burns: readonly Burn[], day: number): number {
  let [lagDays, nearest] = [NaN, Infinity];
  for (const burn of burns) {
    const apart = Math.abs(burn.day - day);
    if (apart < nearest) [lagDays, nearest] = [burn.response.days, apart];
  }
  return lagDays;
}

function closeCandidates(track: AlongTrack, seen: readonly Burn[]): Candidate[] {
  const isDeep = (set: number) => isDeepSpace(track.sets[set]!);
  const isAtOnce = (set: number) => lagDaysAt(first, track.days[set]!) === 0;
  const errorsWithout = (burns: readonly Burn[]) =>
    withoutDrag(withoutSharing(setErrorsOf(withoutBurns(track, burns)), isDeep), isDeep);
  const rough = errorsWithout(seen);
  const sides = steadySides(withoutBurns(track, seen), rough);
  const begun = { track, errors: rough, sides, repeatDays: repeatDays(track) };
  const first = singleBurns(begun, settleBurns(begun, seen, FIRST_REACH));
  const errors = errorsWithout(first);
  const witness = { ...begun, errors: withoutSharing(errors, isAtOnce) };
  const all = [...first, ...missedBurns(witness, first)].sort((a, b) => a.day - b.day);
  return singleBurns(witness, settleBurns(witness, all, LATER_REACH)).map((burn) => ({
    burn,
    seen: "along",
    isSparse: false,
    evidence: [Math.sqrt(Math.max(burn.gain, 0)), Math.log(burn.spreadDays + LEAST_SPREAD_DAYS)],
  }));
}
