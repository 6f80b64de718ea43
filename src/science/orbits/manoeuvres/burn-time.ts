import type { AlongTrack } from "./along-track.ts";
import type { Response } from "./response.ts";
import { robustBend } from "./robust-bend.ts";
import type { SetErrors } from "./set-errors.ts";
import { setsAround } from "./sets-around.ts";
import { DOUBT, type Usual } from "./usual-place.ts";

/** When a burn was, as far as the sets around it say. */
export interface Timing {
  readonly day: number;
  /** Metres per day. */
  readonly step: number;
  readonly response: Response;
  /** How far its time is spread, in days, were the model right. */
  readonly spreadDays: number;
  readonly likelihood: number;
  /** By how much the log-likelihood of the best time is above that of no burn. */
  readonly gain: number;
}

/** Where to look, how far around, how finely, and how long sets may lag, in days. */
export interface Search {
  readonly day: number;
  readonly reach: number;
  readonly grain: number;
  readonly lagDays: number;
  /** Sets on either side, beside those that lag. */
  readonly side: number;
}

/** How sets may lag, and how much speaks for it. */
export interface WeighedLag {
  readonly response: Response;
  readonly weight: number;
}

const MIN_SETS = 6;
const NEAR_PEAK_DAYS = 1;

/**
 * The time of a burn near a day, averaged over the ways in which sets may lag and weighed by when burns are usual, and
 * its size by the weightiest lag, which comes first; null where there are too few sets to tell.
 */
export function timeBurn(
  track: AlongTrack,
  errors: SetErrors,
  search: Search,
  lags: readonly WeighedLag[],
  usual: Usual | null = null,
): Timing | null {
  const { day, lagDays, side } = search;
  const around = setsAround(track.days, day, lagDays, side);
  if (around.to - around.from < MIN_SETS) return null;
  const times = timesTried(search, track.days[around.from + 1]!, track.days[around.to - 2]!);
  if (times.length === 0) return null;
  const fit = robustBend(track, errors, around);
  const { response } = lags[0]!;
  const none = fit(null, response).likelihood;
  const byLag = lags.map((lag) => times.map((time) => fit(time, lag.response)));
  const likelihood = Math.max(...byLag[0]!.map((bend) => bend.likelihood));
  const odds = new Float64Array(times.length);
  for (const [k, bends] of byLag.entries()) addOdds(odds, bends, lags[k]!.weight);
  if (usual) for (const [i, time] of times.entries()) odds[i] = odds[i]! ** (1 / DOUBT ** 2) * usual(time);
  const peak = odds.indexOf(Math.max(...odds));
  return {
    ...whereOdds(times, odds, times[peak]!),
    step: byLag[0]![peak]!.step,
    response,
    likelihood,
    gain: likelihood - none,
  };
}

function timesTried({ day, reach, grain }: Search, earliest: number, latest: number): number[] {
  const [first, last] = [Math.max(day - reach, earliest), Math.min(day + reach, latest)];
  if (first > last) return [];
  const steps = Math.max(1, Math.ceil((last - first) / grain - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => first + (i * (last - first)) / steps);
}

function addOdds(
  odds: Float64Array,
  bends: readonly { readonly likelihood: number }[],
  weight: number,
): void {
  const most = Math.max(...bends.map(({ likelihood }) => likelihood));
  const each = bends.map(({ likelihood }) => Math.exp(likelihood - most));
  const total = each.reduce((sum, value) => sum + value, 0);
  for (const [i, value] of each.entries()) odds[i]! += (weight * value) / total;
}

/** The mean time of the odds within a day of their peak, and how far all are spread. */
function whereOdds(times: readonly number[], odds: Float64Array, peak: number) {
  const mean = (of: (time: number) => number, within: number) => {
    let [sum, total] = [0, 0];
    for (const [i, time] of times.entries()) {
      if (Math.abs(time - peak) > within) continue;
      sum += odds[i]! * of(time);
      total += odds[i]!;
    }
    return sum / total;
  };
  const middle = mean((time) => time, Infinity);
  const spreadDays = Math.sqrt(mean((time) => (time - middle) ** 2, Infinity));
  return { day: mean((time) => time, NEAR_PEAK_DAYS), spreadDays };
}
