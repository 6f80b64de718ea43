import { earthFixed, type Geodetic } from "#science/earth/index.ts";
import { batchPropagator } from "../kernel/batch-propagator.ts";
import type { Orbits } from "../sgp4/initialise.ts";
import type { PropagationError } from "../sgp4/propagation-error.ts";
import { culmination } from "./culmination.ts";
import { elevationSineAt, heightAt, horizonOf } from "./horizon.ts";
import { type Exact, scan } from "./scan.ts";
import { type Sight, sightOf } from "./sight.ts";
import { groupSites, type SiteCells } from "./site-cells.ts";
import { allocateTrack, exactPosition, fillTrack, knotsThrough, type Span, type Track } from "./track.ts";

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

/** Told of a pass, and how to learn when it is highest, in UTC milliseconds: that costs as much again. */
export type PassVisitor = (pass: Readonly<Pass>, culminate: () => number) => void;

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
  const sites = groupSites(
    question.sites.map((site) => horizonOf(earthFixed(site), question.minElevationDeg)),
  );
  const track = allocateTrack(knotsThrough(question));
  const propagateAll = batchPropagator(orbits);
  const lost: Lost[] = [];
  for (let object = first; object < end; object++) {
    fillTrack(track, orbits, object, propagateAll);
    if (track.error !== null) lost.push({ object, fromMs: timeAt(track, track.known), error: track.error });
    if (sites.horizons.length > 0) watchObject(orbits, track, sites, object, visit);
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

function timeAt({ knots }: Track, at: number): number {
  return knots.fromMs + at * knots.segmentS * 1000;
}

function watchObject(
  orbits: Orbits,
  track: Track,
  sites: SiteCells,
  object: number,
  visit: PassVisitor,
): void {
  const sight = sightOf(track, sites.horizons[0]!);
  const exact = exactly(orbits, sight, object);
  const pass = { object, site: 0, riseMs: 0.5, setMs: 0.5, startsBefore: false, endsAfter: false };
  let riseAt = 0.5;
  let setAt = 0.5;
  const culminate = () => timeAt(track, culmination(sight, exact, riseAt, setAt));
  scan(sight, sites, exact, (site, rise, set) => {
    riseAt = rise;
    setAt = set;
    pass.site = sites.places[site]!;
    pass.riseMs = timeAt(track, rise);
    pass.setMs = timeAt(track, set);
    pass.startsBefore = rise === 0;
    pass.endsAfter = set === track.known - 1;
    visit(pass, culminate);
  });
}

const place = new Float64Array(3);

/** What SGP4 says of the site that the sight is aimed from. */
function exactly(orbits: Orbits, sight: Sight, object: number): Exact {
  const told = (of: typeof heightAt) => (at: number) =>
    exactPosition(sight.track.knots, orbits, object, at, place) === 0
      ? of(sight.horizon, place[0]!, place[1]!, place[2]!)
      : NaN;
  return { height: told(heightAt), elevationSine: told(elevationSineAt) };
}
