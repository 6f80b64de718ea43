import type { ClosePairs } from "./kernel.ts";

/** A pair that is close in each of a run of steps. */
export interface Chain {
  readonly first: number;
  readonly second: number;
  readonly firstStep: number;
  readonly endStep: number;
}

/** More steps than any span has. */
const STEP_RANGE = 2 ** 21;

/** Close pairs as runs of steps, in the order of pairs and time. */
export function chainsOf(pairs: readonly ClosePairs[], objects: number): Chain[] {
  const chains: Chain[] = [];
  let before = NaN;
  let begin = NaN;
  const close = () => {
    if (Number.isNaN(begin)) return;
    const pair = Math.floor(begin / STEP_RANGE);
    const firstStep = begin % STEP_RANGE;
    const endStep = (before % STEP_RANGE) + 1;
    chains.push({ first: Math.floor(pair / objects), second: pair % objects, firstStep, endStep });
  };
  for (const key of sortedKeys(pairs, objects)) {
    if (key !== before + 1 && key !== before) {
      close();
      begin = key;
    }
    before = key;
  }
  close();
  return chains;
}

/** One number for each pair and step; exact up to 65 thousand objects. */
function sortedKeys(pairs: readonly ClosePairs[], objects: number): Float64Array {
  const keys = new Float64Array(pairs.reduce((sum, block) => sum + block.length / 3, 0));
  let at = 0;
  for (const block of pairs) {
    for (let i = 0; i < block.length; i += 3) {
      keys[at++] = (block[i]! * objects + block[i + 1]!) * STEP_RANGE + block[i + 2]!;
    }
  }
  return keys.sort();
}
