import type { ElementSet } from "../elements/element-set.ts";
import type { AlongTrack } from "./along-track.ts";
import { withoutBurns, type Burn } from "./burn.ts";
import { immediateBurns } from "./immediate-burns.ts";
import { laggingBurns } from "./lagging-burns.ts";
import { missedBurns } from "./missed-burns.ts";
import { setErrorsOf, withoutSharing } from "./set-errors.ts";
import { firstAfter } from "./sets-around.ts";
import { settleBurns } from "./settle-burns.ts";
import { singleBurns } from "./single-burns.ts";
import { sparseCandidates } from "./sparse-candidates.ts";
import { steadySides } from "./steady-sides.ts";

/** A possible burn and what speaks for it. */
export interface Candidate {
  readonly burn: Burn;
  /** Sets are too far apart to tell how they lag. */
  readonly isSparse: boolean;
  /** What confidence is computed from; see `confidence.ts`. */
  readonly evidence: readonly number[];
}

/** A slow bend this near an immediate burn, in days, is the same. */
const SAME_DAYS = 1.5;
/** How far from where a burn was first seen its time may be, in days. */
const [FIRST_REACH, LATER_REACH] = [2.4, 1.5];
/** Sets that are usually further apart than this, in days, are sparse. */
const SPARSE_DAYS = 2;

/** Every possible burn of a history, in order of time. */
export function burnCandidates(track: AlongTrack): Candidate[] {
  const immediate = immediateBurns(track);
  const lagging = laggingBurns(withoutBurns(track, immediate)).filter(({ day }) =>
    immediate.every((burn) => Math.abs(burn.day - day) > SAME_DAYS),
  );
  if (usualGap(track.days) > SPARSE_DAYS) return sparseCandidates(track, immediate, lagging);
  return closeCandidates(
    track,
    [...immediate, ...lagging].sort((a, b) => a.day - b.day),
  );
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
  const rest = withoutBurns(track, seen);
  const errors = withoutSharing(setErrorsOf(rest), (i) => isDeepSpace(track.sets[i]!));
  const begun = { track, errors, sides: steadySides(rest, errors) };
  const first = singleBurns(begun, settleBurns(begun, seen, FIRST_REACH));
  const witness = { ...begun, errors: withoutSharing(errors, (i) => lagDaysAt(first, track.days[i]!) === 0) };
  const { usual, burns: more } = missedBurns(witness, first);
  const all = [...first, ...more].sort((a, b) => a.day - b.day);
  return singleBurns(witness, settleBurns(witness, all, LATER_REACH)).map((burn) => {
    const strength =
      Math.abs(burn.step) / usual[Math.min(firstAfter(track.days, burn.day), usual.length - 1)]!;
    return {
      burn,
      isSparse: false,
      evidence: [
        Math.log(strength + 0.1),
        Math.sqrt(Math.max(burn.gain, 0)),
        burn.sureness,
        burn.response.days,
      ],
    };
  });
}
