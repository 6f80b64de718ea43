import type { AlongTrack } from "./along-track.ts";
import { fitBentLine } from "./bent-line.ts";
import { withoutBurns, type Burn } from "./burn.ts";
import type { Candidate } from "./candidate.ts";
import { runningMedian, runningScale } from "./running-median.ts";
import { firstAfter } from "./sets-around.ts";

/** Sets on either side by which a candidate is judged once the others are taken out. */
const SIDE = 6;

/**
 * What speaks for burns where sets are too far apart to tell how they lag: whether the next set showed it in full, the
 * strength of the bend when all others are taken out, and how well its time is determined.
 */
export function sparseCandidates(
  track: AlongTrack,
  immediate: readonly Burn[],
  lagging: readonly Burn[],
): Candidate[] {
  const burns = [...immediate, ...lagging].sort((a, b) => a.day - b.day);
  const scatter = gapScatterOf(track);
  const rest = withoutBurns(track, burns);
  return burns.map((burn) => {
    const after = firstAfter(track.days, burn.day);
    const gap = Math.max(after - 1, 0);
    const [from, to] = [
      Math.max(0, after - SIDE),
      Math.min(track.days.length, after + SIDE + Math.ceil(burn.response.days)),
    ];
    const alone = withBurnAgain(rest, burn, to);
    const at = { metres: scatter.metres[gap]!, metresPerDay: scatter.metresPerDay[gap]! };
    const fit = fitBentLine(alone, { from, to }, burn.day, burn.response, at);
    const strength = fit ? Math.sqrt(fit.gain / Math.max(fit.left, 0.5)) : 0;
    const timeError = at.metres / Math.max(Math.abs(burn.step), 1e-3);
    const isImmediate = immediate.includes(burn) ? 1 : 0;
    return {
      burn,
      seen: "along",
      isSparse: true,
      evidence: [isImmediate, Math.log(strength + 0.3), Math.log(timeError + 0.01)],
    };
  });
}

function withBurnAgain(track: AlongTrack, burn: Burn, to: number): AlongTrack {
  const part = {
    sets: track.sets,
    days: track.days.subarray(0, to),
    metres: track.metres.slice(0, to),
    metresPerDay: track.metresPerDay.slice(0, to),
  };
  return withoutBurns(part, [{ ...burn, step: -burn.step }]);
}

/** How much distance (metres) and rate (metres per day) scatter from one set to the next, around each gap. */
interface GapScatter {
  readonly metres: Float64Array;
  readonly metresPerDay: Float64Array;
}

const [TREND_WIDTH, SCATTER_WIDTH] = [31, 121];

function gapScatterOf({ days, metres, metresPerDay }: AlongTrack): GapScatter {
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
