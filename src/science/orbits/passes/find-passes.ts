import { earthFixed, type Geodetic } from "#science/earth/index.ts";
import { batchPropagator } from "../kernel/batch-propagator.ts";
import type { Orbits } from "../sgp4/initialise.ts";
import type { PropagationError } from "../sgp4/propagation-error.ts";
import { elevationSineAt, heightAt, horizonOf, type Horizon } from "./horizon.ts";
import type { Exact } from "./search/kernel.ts";
import { exactPosition, knotsThrough, type Knots, type Span } from "./search/knots.ts";
import { lastPlace, tellLastMoments, type Decaying } from "./search/last-moments.ts";
import { createPassSearch, type PassSearch, type Visit } from "./search/pass-search.ts";
import { groupSites, type SiteCells } from "./search/site-cells.ts";
import { fillTrack } from "./search/track.ts";

/** What passes are asked for. */
export interface PassQuestion extends Span {
  readonly sites: readonly Geodetic[];
  /** Geometric, without refraction. */
  readonly minElevationDeg: number;
}

/** One pass of an object over a site. The same thing is filled anew for every pass: copy what is to be kept. */
export interface Pass {
  /** Places in the lists that were given. */
  object: number;
  site: number;
  /** UTC, milliseconds since 1970. */
  riseMs: number;
  /** When it stands highest. */
  peakMs: number;
  setMs: number;
  /** Whether it was up already when the span began, and still when the span, or what is known, ended. */
  startsBefore: boolean;
  endsAfter: boolean;
}

/** An object without a position for all of the span, or from a time on. */
export interface Lost {
  readonly object: number;
  readonly fromMs: number;
  readonly error: PropagationError;
}

export type PassVisitor = (pass: Readonly<Pass>) => void;

/**
 * Finds the passes of the objects from `first` to before `end` over all sites, object by object and in the order in
 * which they set, to a segment; answers the objects that were lost. RangeError for a place that is none, for an elevation beyond
 * ±90°, and for a span that is empty or longer than ten years.
 */
export function findPasses(
  orbits: Orbits,
  { first, end }: { readonly first: number; readonly end: number },
  question: PassQuestion,
  visit: PassVisitor,
): Lost[] {
  requireSound(question);
  const knots = knotsThrough(question);
  const sites = groupSites(
    question.sites.map((site) => horizonOf(earthFixed(site), question.minElevationDeg)),
  );
  const seen = { object: first };
  const exact = exactly(orbits, knots, sites.horizons, seen);
  const search = createPassSearch(sites, knots, exact);
  const propagateAll = batchPropagator(orbits);
  const { track } = search;
  const lost: Lost[] = [];
  for (let object = first; object < end; object++) {
    seen.object = object;
    fillTrack(track, orbits, object, propagateAll);
    if (track.error === null) search.watch(visitorOf(search, object, knots.count - 1, visit));
    else {
      const decaying = { orbits, object, knots, known: track.known };
      const last = track.known > 0 ? lastPlace(decaying) : 0;
      const told = visitorOf(search, object, last, visit);
      if (track.known > 0) watchToTheEnd(search, { ...decaying, last }, { sites, exact }, told);
      lost.push({ object, fromMs: timeAt(knots, last), error: track.error });
    }
  }
  return lost;
}

const LONGEST_MS = 3653 * 86_400_000;

function requireSound({ fromMs, toMs, minElevationDeg }: PassQuestion): void {
  if (!(toMs > fromMs && toMs - fromMs <= LONGEST_MS)) {
    throw new RangeError(
      `a span must be longer than nothing and not over ten years, got ${toMs - fromMs} ms`,
    );
  }
  if (!(Math.abs(minElevationDeg) < 90)) {
    throw new RangeError(`the least elevation must be in (-90, 90) degrees, got ${minElevationDeg}`);
  }
}

function timeAt(knots: Knots, at: number): number {
  return knots.fromMs + at * knots.segmentS * 1000;
}

/** Tells in milliseconds what is found of an object whose track ends at `last`. */
function visitorOf(
  { track: { knots }, places }: PassSearch,
  object: number,
  last: number,
  visit: PassVisitor,
): Visit {
  const pass = {
    ...{ object, site: 0, startsBefore: false, endsAfter: false },
    ...{ riseMs: 0.5, peakMs: 0.5, setMs: 0.5 },
  };
  return (site, rise, set, peak) => {
    pass.site = places[site]!;
    pass.riseMs = timeAt(knots, rise);
    pass.peakMs = timeAt(knots, peak);
    pass.setMs = timeAt(knots, set);
    pass.startsBefore = rise === 0;
    pass.endsAfter = set === last;
    visit(pass);
  };
}

/** Watches an object that decays: what is under way at its last knot goes on to the last moment with a position. */
function watchToTheEnd(
  search: PassSearch,
  decaying: Decaying,
  { sites, exact }: { readonly sites: SiteCells; readonly exact: Exact },
  visit: Visit,
): void {
  const begun = new Map<number, { rise: number; peak: number }>();
  search.watch((site, rise, set, peak) => {
    if (set === decaying.known - 1) begun.set(site, { rise, peak });
    else visit(site, rise, set, peak);
  });
  tellLastMoments(decaying, sites, { exact, begun }, visit);
}

/** What SGP4 says of the object that is looked at. */
function exactly(
  orbits: Orbits,
  knots: Knots,
  horizons: readonly Horizon[],
  seen: { readonly object: number },
): Exact {
  const place = new Float64Array(3);
  const told = (of: typeof heightAt) => (site: number, at: number) =>
    exactPosition(knots, orbits, seen.object, at, place) === 0
      ? of(horizons[site]!, place[0]!, place[1]!, place[2]!)
      : NaN;
  return { height: told(heightAt), elevationSine: told(elevationSineAt) };
}
