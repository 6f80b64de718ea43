import { normalQuantile } from "#science/numbers/index.ts";
import type { HawkesFits } from "./fit.ts";
import type { Parameter } from "./parameter.ts";

/** An end is null where the data do not bound the parameter on that side. */
export type Interval = readonly [low: number | null, high: number | null];

/** The loss of likelihood at which a 90 % interval ends, by the chi-square of one degree. */
export const ASYMPTOTIC_LOSS = normalQuantile(0.95) ** 2;

/**
 * The signed root of the loss when a parameter is held away from its fit: close to a straight line. The decay is
 * searched all over again, since that of a held fit may lie on another peak, far from that of the free one.
 */
function signedRoot({ fit }: HawkesFits, parameter: Parameter): (value: number) => number {
  const free = fit();
  const best = parameter.of(free);
  return (value) => {
    const held = fit(parameter.hold(value));
    return Math.sign(value - best) * Math.sqrt(Math.max(0, 2 * (free.logLik - held.logLik)));
  };
}

/** Where `loss` of likelihood is lost below a rate's or an excitation's fit (side −1) or above it (1); null where it never is. */
export function profileEnd(
  fits: HawkesFits,
  parameter: Parameter,
  side: -1 | 1,
  loss: number,
): number | null {
  const best = parameter.of(fits.fit());
  const root = signedRoot(fits, parameter);
  const level = side * Math.sqrt(loss);
  if (side < 0 && best === 0) return null;
  const step = Math.max(best, parameter.kind === "a" ? 0.1 : 1 / fits.history.duration) / 3;
  return crossing(root, best, side * step, level, side < 0 ? 0 : Infinity);
}

/** Where a signed root reaches a level, by secants from the fit, where it is 0; null if not before the bound. */
export function crossing(
  root: (x: number) => number,
  from: number,
  step: number,
  level: number,
  bound: number,
): number | null {
  const sign = Math.sign(step);
  const within = (x: number) => (sign < 0 ? Math.max(x, bound) : Math.min(x, bound));
  let [below, belowRoot] = [from, 0];
  let above: number | null = null;
  let aboveRoot = 0;
  let x = within(from + step);
  for (let turn = 0; turn < 40; turn++) {
    const value = root(x);
    if (Math.abs(value - level) < 0.003) return x;
    if (sign * value < sign * level) {
      if (x === bound) return null;
      [below, belowRoot] = [x, value];
    } else [above, aboveRoot] = [x, value];
    if (above !== null && Math.abs(above - below) < 1e-6 * (1e-9 + Math.abs(above))) return above;
    x = next();
  }
  return above ?? null;

  function next(): number {
    if (above === null) {
      const reach = below - from;
      const factor = Math.min(3, Math.max(1.2, (1.05 * level) / (belowRoot || level / 4)));
      return within(from + (reach === 0 ? step : reach * factor));
    }
    const share = (level - belowRoot) / (aboveRoot - belowRoot);
    return below + (above - below) * Math.min(0.9, Math.max(0.1, share));
  }
}
