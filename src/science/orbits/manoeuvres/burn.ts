import { runningMedian, runningScale } from "./running-median.ts";
import type { AlongTrack } from "./along-track.ts";
import { respond, type Response } from "./response.ts";

/** A change of the along-track rate found in a history. */
export interface Burn {
  readonly day: number;
  /** Metres per day. */
  readonly step: number;
  /** How the element sets took it up. */
  readonly response: Response;
}

/** Distance and rate without what the burns contributed. */
export function withoutBurns(track: AlongTrack, burns: readonly Burn[]): AlongTrack {
  const metres = track.metres.slice();
  const metresPerDay = track.metresPerDay.slice();
  const said = new Float64Array(2);
  for (const { day, step, response } of burns) {
    for (let i = track.days.length - 1; i >= 0 && track.days[i]! > day; i--) {
      respond(response, track.days[i]! - day, said);
      metres[i]! -= step * said[0]!;
      metresPerDay[i]! -= step * said[1]!;
    }
  }
  return { ...track, metres, metresPerDay };
}

/** How much distance (metres) and rate (metres per day) scatter from one set to the next, around each gap. */
export interface Scatter {
  readonly metres: Float64Array;
  readonly metresPerDay: Float64Array;
}

const [TREND_WIDTH, SCATTER_WIDTH] = [31, 121];

export function scatterOf({ days, metres, metresPerDay }: AlongTrack): Scatter {
  const gaps = Math.max(days.length - 1, 0);
  const distance = new Float64Array(gaps);
  const rate = new Float64Array(gaps);
  for (let i = 0; i < gaps; i++) {
    const mean = 0.5 * (metresPerDay[i]! + metresPerDay[i + 1]!);
    distance[i] = metres[i + 1]! - metres[i]! - mean * (days[i + 1]! - days[i]!);
    rate[i] = metresPerDay[i + 1]! - metresPerDay[i]!;
  }
  return { metres: detrendedScale(distance), metresPerDay: detrendedScale(rate) };
}

function detrendedScale(values: Float64Array): Float64Array {
  const trend = runningMedian(values, TREND_WIDTH);
  return runningScale(
    values.map((value, i) => value - trend[i]!),
    SCATTER_WIDTH,
    1e-3,
  );
}
