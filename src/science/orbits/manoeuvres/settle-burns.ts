import type { AlongTrack } from "./along-track.ts";
import { withoutBurns, type Burn } from "./burn.ts";
import { timeBurn, type Timing, type WeighedLag } from "./burn-time.ts";
import type { Response } from "./response.ts";
import type { SetErrors } from "./set-errors.ts";
import { firstAfter } from "./sets-around.ts";
import { usualPlace, type Usual } from "./usual-place.ts";

/** How sets of one time lag: finer than what is needed to find a burn. */
const LAGS: readonly Response[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14].map((days) => ({ days, order: 1 }) as const),
  ...[2, 5, 10].map((days) => ({ days, order: 2 }) as const),
];
/** Sets are made in one way for about so many days, so that burns this near tell of each other how sets lag. */
const ONE_WAY_DAYS = 200;
/** A burn speaks for a lag from this gain on, and against another by no more than the second. */
const [MIN_GAIN, MOST_AGAINST] = [8, 10];
/** What burns say of the lag counts by this much less than if they were independent and the model right. */
const DOUBT = 5;
const LEAST_WEIGHT = 0.05;
/** Burns within so many days are taken out of the series before one is timed. */
const BESIDE_DAYS = 60;
const LONGEST_LAG_DAYS = 12;
const WIDE_SIDE = 12;

/** What burns are timed by. */
export interface Witness {
  readonly track: AlongTrack;
  readonly errors: SetErrors;
  /** How many sets on either side of each are described by a parabola. */
  readonly sides: Uint8Array;
  /** After how many days the ground track at each repeats. */
  readonly repeatDays: Float64Array;
}

/** How many sets on either side of a day a parabola describes. */
export function sideAt({ track, sides }: Witness, day: number): number {
  return sides[Math.min(firstAfter(track.days, day), sides.length - 1)]!;
}

function repeatDaysAt({ track, repeatDays }: Witness, day: number): number {
  return repeatDays[Math.min(firstAfter(track.days, day), repeatDays.length - 1)]!;
}

/**
 * Times burns anew. How sets lag depends on who made them, not on the burn, so that burns of the same years decide it
 * together; the time of each then follows from where the orbits before and after meet, and from where on a ground track
 * that is kept the other burns were.
 */
export function settleBurns(witness: Witness, burns: readonly Burn[], reach: number): Timing[] {
  const { track, errors } = witness;
  const rests = burns.map((burn) => withoutOthers(track, burns, burn));
  const gains = burns.map(({ day }, i) =>
    LAGS.map((lag) => {
      const search = { day, reach, grain: 0.3, lagDays: LONGEST_LAG_DAYS, side: WIDE_SIDE };
      return timeBurn(rests[i]!, errors, search, [{ response: lag, weight: 1 }])?.gain ?? 0;
    }),
  );
  const time = (i: number, usual: Usual | null) => {
    const burn = burns[i]!;
    const lags = commonLags(burns, gains, i);
    const lagDays = Math.max(...lags.map(({ response }) => response.days));
    const search = { day: burn.day, reach, grain: 0.1, lagDays, side: sideAt(witness, burn.day) };
    const timing = timeBurn(rests[i]!, errors, search, lags, usual);
    return timing ?? { ...burn, spreadDays: reach, likelihood: 0, gain: 0 };
  };
  const settled = burns.map((_, i) => time(i, null));
  return settled.map((timing, i) => {
    const usual = usualPlace(repeatDaysAt(witness, timing.day), settled, timing.day);
    return usual ? time(i, usual) : timing;
  });
}

/** The track without all burns near one but that. */
export function withoutOthers(track: AlongTrack, burns: readonly Burn[], burn: Burn): AlongTrack {
  return withoutBurns(
    track,
    burns.filter((other) => other !== burn && Math.abs(other.day - burn.day) < BESIDE_DAYS),
  );
}

/** The lags that the burns around one, and it itself, bear out, the best first. */
function commonLags(burns: readonly Burn[], gains: readonly (readonly number[])[], i: number): WeighedLag[] {
  const scores = LAGS.map((_, k) =>
    burns.reduce((sum, { day }, j) => {
      const most = Math.max(...gains[j]!);
      const short = gains[j]![k]! - most;
      if (j === i) return sum + short;
      if (most < MIN_GAIN) return sum;
      return sum + Math.exp(-Math.abs(day - burns[i]!.day) / ONE_WAY_DAYS) * Math.max(short, -MOST_AGAINST);
    }, 0),
  );
  const most = Math.max(...scores);
  return LAGS.map((response, k) => ({ response, weight: Math.exp((scores[k]! - most) / DOUBT) }))
    .filter(({ weight }) => weight > LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight);
}
