import type { Random } from "#science/numbers/index.ts";

/** A game: the worth of a coalition of players 0 … n − 1, as one number per outcome. */
export type Worth = (coalition: readonly boolean[]) => Float64Array;

/** Shapley values over all coalitions, 2^players of them: row i of the result is player i. Shapley 1953. */
export function exactShapley(players: number, worth: Worth): Float64Array[] {
  const worths = Array.from({ length: 2 ** players }, (_, mask) =>
    worth(Array.from({ length: players }, (__, i) => ((mask >>> i) & 1) === 1)),
  );
  const sizes = worths.map((_, mask) => mask.toString(2).replaceAll("0", "").length);
  const weights = Array.from({ length: players }, (_, size) => 1 / (players * choose(players - 1, size)));
  return Array.from({ length: players }, (_, i) => {
    const values = new Float64Array(worths[0]!.length);
    worths.forEach((without, mask) => {
      if ((mask >>> i) & 1) return;
      const withPlayer = worths[mask | (1 << i)]!;
      const weight = weights[sizes[mask]!]!;
      for (let k = 0; k < values.length; k++) values[k]! += weight * (withPlayer[k]! - without[k]!);
    });
    return values;
  });
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/**
 * Shapley values estimated over random orders of the players, each order followed by its reverse (Mitchell et al.
 * 2022). Every order telescopes, so the values add up to worth(all) − worth(none) however few there are.
 */
export function permutationShapley(
  players: number,
  worth: Worth,
  orders: number,
  random: Random,
): Float64Array[] {
  const nobody = worth(Array.from({ length: players }, () => false));
  const values = Array.from({ length: players }, () => new Float64Array(nobody.length));
  let order: readonly number[] = [];
  for (let round = 0; round < orders; round++) {
    order = round % 2 === 0 ? shuffled(players, random) : order.toReversed();
    const coalition = Array.from({ length: players }, () => false);
    let before = nobody;
    for (const i of order) {
      coalition[i] = true;
      const after = worth(coalition);
      for (let k = 0; k < after.length; k++) values[i]![k]! += (after[k]! - before[k]!) / orders;
      before = after;
    }
  }
  return values;
}

/** Fisher & Yates. */
function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
