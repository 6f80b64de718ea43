import { root } from "#science/numbers/index.ts";
import type { Orbits } from "../../sgp4/initialise.ts";
import { heightAt, type Horizon } from "../horizon.ts";
import type { Exact } from "./kernel.ts";
import { exactPosition, type Knots } from "./knots.ts";
import type { SiteCells } from "./site-cells.ts";
import type { Visit } from "./pass-search.ts";

/** An object that has a position at so many knots and none at the next. */
interface Lost {
  readonly orbits: Orbits;
  readonly object: number;
  readonly knots: Knots;
  readonly known: number;
}

/** And where on the track it has its last one. */
export interface Decaying extends Lost {
  readonly last: number;
}

/** Seconds between two looks: what comes up and goes down again within them is not seen. */
const STEP_S = 1;
/** To that many seconds the last moment with a position is found. */
const NEAR_ENOUGH_S = 1e-3;

/** The last place of the track at which the object still has a position. */
export function lastPlace({ orbits, object, knots, known }: Lost): number {
  const place = new Float64Array(3);
  let [low, high] = [known - 1, known];
  while ((high - low) * knots.segmentS > NEAR_ENOUGH_S) {
    const middle = (low + high) / 2;
    if (exactPosition(knots, orbits, object, middle, place) === 0) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Tells the passes that are still under way at the last knot with a position, or begin after it, up to the last place
 * with one: there the object is followed by SGP4 itself. `begun` holds by site what is under way and where it peaked.
 */
export function tellLastMoments(
  decaying: Decaying,
  { horizons, places }: SiteCells,
  { exact, begun }: { readonly exact: Exact; readonly begun: ReadonlyMap<number, Begun> },
  visit: Visit,
): void {
  const first = decaying.known - 1;
  const looks = looksFrom(decaying, first);
  horizons.forEach((horizon, site) => {
    if (places[site]! < 0) return;
    const before = begun.get(site);
    const height = (at: number) => exact.height(site, at);
    for (const { rise, set } of upWithin(looks, horizon, height, before !== undefined)) {
      const top = topBetween((at) => exact.elevationSine(site, at), rise, set);
      if (before === undefined || rise > first) visit(site, rise, set, top);
      else {
        const isHigher = exact.elevationSine(site, top) > exact.elevationSine(site, before.peak);
        visit(site, before.rise, set, isHigher ? top : before.peak);
      }
    }
  });
}

/** A pass under way, and where it was highest so far. */
interface Begun {
  readonly rise: number;
  readonly peak: number;
}

interface Looks {
  readonly at: Float64Array;
  /** x, y, z of each, kilometres over the turning Earth. */
  readonly places: Float64Array;
}

function looksFrom({ orbits, object, knots, last }: Decaying, first: number): Looks {
  const steps = Math.max(1, Math.ceil(((last - first) * knots.segmentS) / STEP_S));
  const at = Float64Array.from({ length: steps + 1 }, (_, k) => first + (k * (last - first)) / steps);
  const places = new Float64Array(3 * at.length);
  at.forEach((one, k) => exactPosition(knots, orbits, object, one, places.subarray(3 * k, 3 * k + 3)));
  return { at, places };
}

/** The spans in which a site sees the object; at the first look it does if it did before, whatever rounding says. */
function upWithin(
  { at, places }: Looks,
  horizon: Horizon,
  height: (at: number) => number,
  wasUp: boolean,
): { rise: number; set: number }[] {
  const heightOf = (k: number) => heightAt(horizon, places[3 * k]!, places[3 * k + 1]!, places[3 * k + 2]!);
  const found: { rise: number; set: number }[] = [];
  let before = heightOf(0);
  let rise = wasUp || before >= 0 ? at[0]! : null;
  for (let k = 1; k < at.length; k++) {
    const now = heightOf(k);
    const crossing = () => (before < 0 === now < 0 ? at[k - 1]! : root(height, at[k - 1]!, at[k]!));
    if (rise === null && now >= 0) rise = crossing();
    else if (rise !== null && now < 0) {
      found.push({ rise, set: crossing() });
      rise = null;
    }
    before = now;
  }
  return rise === null ? found : [...found, { rise, set: at.at(-1)! }];
}

/** Where what rises to one top is highest, to a millionth of a segment. */
function topBetween(f: (at: number) => number, low: number, high: number): number {
  while (high - low > 1e-6) {
    const [left, right] = [(2 * low + high) / 3, (low + 2 * high) / 3];
    if (f(left) < f(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}
