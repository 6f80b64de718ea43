/** A first, and whose it was. */
export interface Achievement {
  /** In years. */
  readonly time: number;
  readonly side: string;
}

/** Who is ahead: the share of recent firsts that are the side's own, older ones fading. */
export interface LeadPoint {
  readonly time: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const NORMAL_95 = 1.6448536269514722;

/**
 * The lead index of a side after each achievement: its share, each weighing half as much for every half-life it
 * is old, with a 90 % interval (Wilson 1927) for as many firsts as the weights are worth (Kish 1965).
 */
export function leadIndex(
  achievements: readonly Achievement[],
  side: string,
  halfLifeYears: number,
): LeadPoint[] {
  let [own, all, squares, before] = [0, 0, 0, achievements[0]?.time ?? 0];
  return achievements.map(({ time, side: whose }) => {
    const kept = 0.5 ** ((time - before) / halfLifeYears);
    own = own * kept + (whose === side ? 1 : 0);
    all = all * kept + 1;
    squares = squares * kept ** 2 + 1;
    before = time;
    return { time, ...wilson(own / all, (all * all) / squares) };
  });
}

/** A share seen in n cases, with its 90 % interval by the score test. Wilson 1927, JASA 22:209. */
export function wilson(share: number, n: number): { share: number; low: number; high: number } {
  const z2 = NORMAL_95 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (NORMAL_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
