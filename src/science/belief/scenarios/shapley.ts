import { logit, type Random } from "#science/numbers/index.ts";

/**
 * Permutation Shapley values of players for a probability, in log-odds. Every random order is walked forwards
 * and backwards (antithetic), so the values sum to logit v(all) − logit v(none) exactly up to rounding.
 * Štrumbelj & Kononenko 2014; Mitchell et al. 2022, §4 for antithetic sampling.
 */
export function shapleyLogOdds(
  players: number,
  value: (present: readonly boolean[]) => number,
  permutations: number,
  random: Random,
): number[] {
  const totals = Array.from({ length: players }, () => 0);
  const empty = logit(value(Array.from({ length: players }, () => false)));
  let walks = 0;
  for (let i = 0; i < permutations; i++) {
    const order = shuffled(players, random);
    for (const walk of [order, order.toReversed()]) {
      addWalk(walk, value, empty, totals);
      walks++;
    }
  }
  return totals.map((total) => total / walks);
}

function addWalk(
  order: readonly number[],
  value: (present: readonly boolean[]) => number,
  empty: number,
  totals: number[],
): void {
  const present = Array.from({ length: order.length }, () => false);
  let before = empty;
  for (const player of order) {
    present[player] = true;
    const after = logit(value(present));
    totals[player]! += after - before;
    before = after;
  }
}

function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
