import { wilson } from "./lead-index.ts";

/** By how much a lead index moved, with its 90 % interval. */
export interface LeadShift {
  readonly shift: number;
  readonly low: number;
  readonly high: number;
}

/** Firsts by weight: those of one side, those of all, and the squares of the weights of all. */
export interface WeighedFirsts {
  readonly own: number;
  readonly all: number;
  readonly squares: number;
}

/**
 * How far the share of one side lies in late firsts above that in earlier ones (below, where negative), with the
 * interval for a difference of independent shares by their score intervals (Newcombe 1998, Stat. Med. 17:873,
 * method 10), each for as many firsts as its weights are worth. Null where either is worth fewer than three.
 */
export function leadShift(earlier: WeighedFirsts, late: WeighedFirsts): LeadShift | null {
  const [before, after] = [worth(earlier), worth(late)];
  if (Math.min(before, after) < FEWEST) return null;
  const old = wilson(earlier.own / earlier.all, before);
  const now = wilson(late.own / late.all, after);
  const shift = now.share - old.share;
  return {
    shift,
    low: shift - Math.hypot(now.share - now.low, old.high - old.share),
    high: shift + Math.hypot(now.high - now.share, old.share - old.low),
  };
}

const FEWEST = 3;

/** As many firsts of equal weight would tell as much. Kish 1965. */
const worth = ({ all, squares }: WeighedFirsts) => (squares === 0 ? 0 : (all * all) / squares);
