import { shuffled, type Random } from "#science/numbers/index.ts";

/** Whether who led last says who leads next. */
export interface LeaderMemory {
  /** 2 ln of the likelihood with memory of one step over that without. */
  readonly likelihoodRatio: number;
  /** By permutation of the sequence. */
  readonly p: number;
  /** What memory gains in ln probability of the next leader, told one ahead; mean and its standard error. */
  readonly gain: { readonly mean: number; readonly error: number };
  /** Whether memory wins out of sample: the gain is above 0 by more than chance (one-sided 5 %). */
  readonly wins: boolean;
}

const PERMUTATIONS = 999;
const NORMAL_95 = 1.6448536269514722;

/** Leaders as numbers from 0 to sides − 1, in order; at least two. */
export function leaderMemory(leaders: readonly number[], sides: number, random: Random): LeaderMemory {
  const likelihoodRatio = ratioOf(leaders, sides);
  let reached = 0;
  const own = [...leaders];
  for (let i = 0; i < PERMUTATIONS; i++) {
    if (ratioOf(shuffled(own, random), sides) >= likelihoodRatio - 1e-9) reached++;
  }
  const gain = gainAhead(leaders, sides);
  return {
    likelihoodRatio,
    p: (1 + reached) / (1 + PERMUTATIONS),
    gain,
    wins: gain.mean > NORMAL_95 * gain.error,
  };
}

function ratioOf(leaders: readonly number[], sides: number): number {
  const pairs = new Float64Array(sides * sides);
  for (let i = 1; i < leaders.length; i++) pairs[leaders[i - 1]! * sides + leaders[i]!]!++;
  const total = leaders.length - 1;
  let sum = 0;
  for (let a = 0; a < sides; a++) {
    for (let b = 0; b < sides; b++) {
      const count = pairs[a * sides + b]!;
      if (count === 0) continue;
      let [from, to] = [0, 0];
      for (let k = 0; k < sides; k++) {
        from += pairs[a * sides + k]!;
        to += pairs[k * sides + b]!;
      }
      sum += count * Math.log((count * total) / (from * to));
    }
  }
  return 2 * sum;
}

/** Each next leader told from those before, with and without memory (Krichevsky & Trofimov 1981: counts + ½). */
function gainAhead(leaders: readonly number[], sides: number): LeaderMemory["gain"] {
  const pairs = new Float64Array(sides * sides).fill(0.5);
  const counts = new Float64Array(sides).fill(0.5);
  const gains: number[] = [];
  counts[leaders[0]!]!++;
  for (let i = 1; i < leaders.length; i++) {
    const [last, next] = [leaders[i - 1]!, leaders[i]!];
    const row = pairs.subarray(last * sides, (last + 1) * sides);
    gains.push(Math.log(row[next]! / total(row)) - Math.log(counts[next]! / total(counts)));
    row[next]!++;
    counts[next]!++;
  }
  const mean = total(gains) / gains.length;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / Math.max(1, gains.length - 1) / gains.length) };
}

function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
