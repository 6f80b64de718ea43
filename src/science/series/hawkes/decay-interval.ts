import type { EventHistory } from "./event-history.ts";
import { decayRange, fitHawkes, type HawkesFit } from "./fit.ts";
import type { Interval } from "./intervals.ts";

/** Decays asked about on the way in from either bound, and halvings of the step between the last two. */
const DECAYS_ASKED = 24;
const HALVINGS = 6;

/** A decay at which the likelihood-ratio test is asked, by its logarithm. */
interface Asked {
  readonly log: number;
  readonly loss: number;
}

/**
 * From the slowest decay to the fastest that a test does not reject; null where one beyond all that the history could
 * show is not rejected. Asked from the bounds inward, because the losses of a decay have valleys: where little is
 * excited, a decay far from the fit may lose less than one close by, or need a larger loss to be rejected.
 * `critical` answers the loss that chance exceeds in one history of ten at a decay; it lies between `least` and `most`.
 */
export function decayInterval(
  history: EventHistory,
  fit: HawkesFit,
  { least, most, critical }: { least: number; most: number; critical: (theta: number) => number },
): Interval {
  const at = (log: number): Asked => {
    const held = fitHawkes(history, fit.baseline, { theta: Math.exp(log) });
    return { log, loss: 2 * (fit.logLik - held.logLik) };
  };
  const best = { log: Math.log(fit.theta), loss: 0 };
  const isKept = ({ log, loss }: Asked) => loss <= least || (loss <= most && loss <= critical(Math.exp(log)));
  const end = (bound: number): number | null => {
    const count = Math.ceil((DECAYS_ASKED * Math.abs(bound - best.log)) / (fastest - slowest));
    let beyond: Asked | null = null;
    for (let k = count; k >= 0; k--) {
      const asked: Asked = k === 0 ? best : at(best.log + ((bound - best.log) * k) / count);
      if (isKept(asked))
        return beyond && Math.exp(crossing(at, asked, beyond, critical(Math.exp(asked.log))));
      beyond = asked;
    }
    return null;
  };
  const [low, high] = decayRange(history);
  const [slowest, fastest] = [low - 1, high + 1];
  return [end(slowest), end(fastest)];
}

/** Where the loss passes a level between a decay that is kept and the next, which is not. */
function crossing(at: (log: number) => Asked, kept: Asked, beyond: Asked, level: number): number {
  let [inner, outer] = [kept.log, beyond.log];
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = at((inner + outer) / 2);
    if (middle.loss <= level) inner = middle.log;
    else outer = middle.log;
  }
  return (inner + outer) / 2;
}
