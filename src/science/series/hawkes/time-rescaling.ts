import { baselineIntegrals } from "./baseline.ts";
import type { EventHistory } from "./event-history.ts";
import type { HawkesModel } from "./fit.ts";
import { kolmogorovP } from "./ks.ts";

/** Whether one type's events, on the clock of their own intensity, come as a unit Poisson process. */
export interface Rescaled {
  readonly distance: number;
  /** Conservative, because the same events chose the parameters. */
  readonly p: number;
  readonly events: number;
}

/** The time-rescaling test for each type: intensity integrated between its events, against Exp(1). Ogata 1988. */
export function timeRescaling(history: EventHistory, model: HawkesModel): Rescaled[] {
  const clocks = rescaledTimes(history, model);
  return clocks.map((clock) => {
    const waits = clock
      .map((time, n) => -Math.expm1((n > 0 ? clock[n - 1]! : 0) - time))
      .sort((a, b) => a - b);
    const n = waits.length;
    const distance = waits.reduce((most, u, k) => Math.max(most, u - k / n, (k + 1) / n - u), 0);
    return { distance, p: kolmogorovP(distance, n), events: n };
  });
}

/** Per type, its integrated intensity at each of its events. */
function rescaledTimes({ times, types, typeCount }: EventHistory, model: HawkesModel): number[][] {
  const { mu, a, theta, baseline } = model;
  const clocks: number[][] = mu.map(() => []);
  /** Kernel mass still to come, and events so far, by type that acts. */
  const ahead = new Float64Array(typeCount);
  const count = new Float64Array(typeCount);
  let now = 0;
  times.forEach((time, n) => {
    const decay = Math.exp(-theta * (time - now));
    for (let j = 0; j < typeCount; j++) ahead[j]! *= decay;
    now = time;
    const type = types[n]!;
    let sum = 0;
    baselineIntegrals(baseline, time).forEach((value, k) => (sum += value * mu[type]![k]!));
    for (let j = 0; j < typeCount; j++) sum += a[type]![j]! * (count[j]! - ahead[j]!);
    clocks[type]!.push(sum);
    ahead[type]! += 1;
    count[type]! += 1;
  });
  return clocks;
}
