/** A number for each state of a variable, by its name. */
export type ByState = Readonly<Record<string, number>>;

/** Beyond these odds (10^43 to 1) a state counts as certain, so that a certainty can be shared out at all. */
const CERTAIN_LOG_ODDS = 100;

export const byState = (states: readonly string[], values: ArrayLike<number>): ByState =>
  Object.fromEntries(states.map((state, k) => [state, values[k]!]));

/** ln p(state) − ln p(other states), within ± CERTAIN_LOG_ODDS. */
export function logOdds(distribution: Float64Array): Float64Array {
  return distribution.map((p, k) => {
    const others = distribution.reduce((sum, each, j) => (j === k ? sum : sum + each), 0);
    return Math.max(-CERTAIN_LOG_ODDS, Math.min(CERTAIN_LOG_ODDS, Math.log(p) - Math.log(others)));
  });
}
