import type { AlongTrack } from "./along-track.ts";
import { fitBentLine } from "./bent-line.ts";
import { scatterOf, withoutBurns, type Burn } from "./burn.ts";
import { immediateBurns } from "./immediate-burns.ts";
import { laggingBurns } from "./lagging-burns.ts";

/** A possible burn and what speaks for it. */
export interface Candidate {
  readonly burn: Burn;
  /** What confidence is computed from; see `confidence.ts`. */
  readonly evidence: readonly [immediate: number, logStrength: number, logTimeErrorDays: number];
}

/** Sets on either side by which a candidate is judged once the others are taken out. */
const SIDE = 6;
/** A slow bend this near an immediate burn, in days, is the same. */
const SAME_DAYS = 1.5;

/** Every possible burn of a history, in order of time. */
export function burnCandidates(track: AlongTrack): Candidate[] {
  const immediate = immediateBurns(track);
  const lagging = laggingBurns(withoutBurns(track, immediate)).filter(({ day }) =>
    immediate.every((burn) => Math.abs(burn.day - day) > SAME_DAYS),
  );
  const burns = [...immediate, ...lagging].sort((a, b) => a.day - b.day);
  const scatter = scatterOf(track);
  const rest = withoutBurns(track, burns);
  return burns.map((burn) => {
    const after = track.days.findIndex((day) => day > burn.day);
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
    return {
      burn,
      evidence: [immediate.includes(burn) ? 1 : 0, Math.log(strength + 0.3), Math.log(timeError + 0.01)],
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
