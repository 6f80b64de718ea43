import { decayRange } from "./decay-search.ts";
import type { HawkesFits } from "./fit.ts";
import { crossing } from "./intervals.ts";

/** Decays this far beyond what the history could show, in the logarithm, bound nothing. */
const BEYOND = 1;

/**
 * How much likelihood lies between the decays up to one and those from it on: 2|max − max|. Where the likelihood of the
 * decay has one peak this is the loss at that decay. Where there is a second peak beyond it is that of the second, so
 * that the decays it does not reject are an interval, and the level of that interval is the test's.
 */
export function decayLoss({ fit }: HawkesFits, theta: number, tolerance?: number): number {
  const log = Math.log(theta);
  const best = (low: number, high: number) => fit({ logThetaWithin: [low, high] }, tolerance).logLik;
  return 2 * Math.abs(best(-Infinity, log) - best(log, Infinity));
}

/** The decay below the fit (side −1) or above it (1) at which that loss is reached; null where it never is. */
export function decayEnd({ history, fit }: HawkesFits, side: -1 | 1, loss: number): number | null {
  const free = fit();
  const [slowest, fastest] = decayRange(history);
  const bound = side < 0 ? slowest - BEYOND : fastest + BEYOND;
  const root = (log: number) => {
    const logThetaWithin = side < 0 ? ([-Infinity, log] as const) : ([log, Infinity] as const);
    return side * Math.sqrt(Math.max(0, 2 * (free.logLik - fit({ logThetaWithin }).logLik)));
  };
  const log = crossing(root, Math.log(free.theta), side * 0.3, side * Math.sqrt(loss), bound);
  return log === null ? null : Math.exp(log);
}
