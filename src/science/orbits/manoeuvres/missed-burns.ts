import { withoutBurns } from "./burn.ts";
import { timeBurn, type Timing } from "./burn-time.ts";
import type { Response } from "./response.ts";
import { runningScale } from "./running-median.ts";
import { sideAt, type Witness } from "./settle-burns.ts";

const [REACH_DAYS, GRAIN_DAYS] = [0.4, 0.4];
const [MIN_GAIN, MIN_USUAL] = [6, 4];
const APART_DAYS = 2;
const AT_ONCE: Response = { days: 0, order: 1 };
const USUAL_WIDTH = 161;
/** Metres per day. */
const LEAST_USUAL = 1;

/** Burns that show once it is known, from those near them, how sets of their time lag. */
export function missedBurns(witness: Witness, known: readonly Timing[]): Timing[] {
  const rest = withoutBurns(witness.track, known);
  const { days } = rest;
  let next = 0;
  const bends = Array.from(days, (_, i) => {
    if (i < 3 || i + 3 > days.length) return null;
    const day = 0.5 * (days[i - 1]! + days[i]!);
    while (next + 1 < known.length && Math.abs(known[next + 1]!.day - day) < Math.abs(known[next]!.day - day))
      next++;
    const response = known[next]?.response ?? AT_ONCE;
    const search = {
      day,
      reach: REACH_DAYS,
      grain: GRAIN_DAYS,
      lagDays: response.days,
      side: sideAt(witness, day),
    };
    return timeBurn(rest, witness.errors, search, [{ response, weight: 1 }]);
  });
  const usual = runningScale(
    Float64Array.from(bends, (bend) => bend?.step ?? 0),
    USUAL_WIDTH,
    LEAST_USUAL,
  );
  const clear = bends.flatMap((bend, i) =>
    bend && bend.gain >= MIN_GAIN && Math.abs(bend.step) >= MIN_USUAL * usual[i]! ? [bend] : [],
  );
  const burns: Timing[] = [];
  for (const each of clear.sort((a, b) => b.gain - a.gain)) {
    const apart = APART_DAYS + 0.5 * each.response.days;
    if (burns.every(({ day }) => Math.abs(day - each.day) >= apart)) burns.push(each);
  }
  return burns;
}
