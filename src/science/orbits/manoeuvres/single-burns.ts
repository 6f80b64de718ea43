import { withoutBurns } from "./burn.ts";
import { timeBurn, type Timing } from "./burn-time.ts";
import { sideAt, withoutOthers, type Witness } from "./settle-burns.ts";

/** Two burns this near, in days, may be one. */
const NEAR_DAYS = 2.5;
/** Two must make the sets so much likelier than one. */
const MIN_GAIN = 8;
const REACH_DAYS = 1.5;

/** Leaves out burns that the sets do not need beside a larger one near them; in order of time. */
export function singleBurns(witness: Witness, burns: readonly Timing[]): Timing[] {
  let kept = [...burns];
  for (const burn of [...burns].sort((a, b) => Math.abs(a.step) - Math.abs(b.step))) {
    const others = kept.filter((each) => each !== burn);
    const larger = nearestLarger(burn, others);
    const alone = larger && aloneInstead(witness, others, larger, burn);
    if (alone) kept = others.map((each) => (each === larger ? alone : each));
  }
  return kept.sort((a, b) => a.day - b.day);
}

function nearestLarger(burn: Timing, others: readonly Timing[]): Timing | undefined {
  const apart = ({ day }: Timing) => Math.abs(day - burn.day);
  return others
    .filter((other) => apart(other) < NEAR_DAYS && Math.abs(other.step) >= Math.abs(burn.step))
    .sort((a, b) => apart(a) - apart(b))[0];
}

/** The larger of two burns timed anew as if it were the only one; null where the sets need both. */
function aloneInstead(
  witness: Witness,
  others: readonly Timing[],
  larger: Timing,
  burn: Timing,
): Timing | null {
  const { day, response } = larger;
  const both = withoutOthers(witness.track, others, larger);
  const search = { day, reach: REACH_DAYS, grain: 0.1, lagDays: response.days, side: sideAt(witness, day) };
  const lags = [{ response, weight: 1 }];
  const one = timeBurn(both, witness.errors, search, lags);
  const two = timeBurn(withoutBurns(both, [burn]), witness.errors, search, lags);
  return one && two && two.likelihood - one.likelihood < MIN_GAIN ? one : null;
}
