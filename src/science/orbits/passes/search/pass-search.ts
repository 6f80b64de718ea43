import { startKernel, type Exact, type Kernel } from "./kernel.ts";
import type { Knots } from "./knots.ts";
import type { SiteCells } from "./site-cells.ts";
import { trackIn, type Track } from "./track.ts";

/** Told of one pass: over which site, from where to where on the track; at an end of it the pass may go on beyond. */
export type Visit = (site: number, rise: number, set: number) => void;

/** The search for passes of one track after another over the same sites. */
export interface PassSearch {
  /** To be filled before it is watched. */
  readonly track: Track;
  /** Where each site stood in the list that was given. */
  readonly places: readonly number[];
  /** Tells every pass of the track, in the order in which they set, to a segment. */
  watch(visit: Visit): void;
  /** Where in a pass that was just told the object stands highest. */
  culminate(site: number, rise: number, set: number): number;
}

/**
 * At each knot only those sites are looked at whose horizon the object, at its fastest, could reach before the next;
 * between two knots there is at most one turn of the height, for a segment is a small part of any revolution.
 */
export function createPassSearch(sites: SiteCells, knots: Knots, exact: Exact): PassSearch {
  const kernel = startKernel(exact);
  const sine = sites.horizons[0]?.sine ?? 0;
  kernel.layOut(sites.horizons.length, Math.ceil(sites.cells.length / 4) * 4, knots.count);
  kernel.plan(sine, knots.segmentS);
  writeSites(kernel, sites);
  const track = trackIn(kernel, knots);
  const tellFound = passTeller(kernel, sites.horizons.length);
  return {
    track,
    places: sites.places,
    watch(visit) {
      if (track.known < 2) return;
      begin(kernel, track);
      for (let k = 0; k < track.known; k++) {
        const radius = radiusAt(track, k);
        const away = Math.min(Math.PI, awayRad(track, radius, sine));
        kernel.watchKnot(k, Math.cos(away), Math.sin(away));
        tellFound(visit);
      }
      kernel.endTrack();
      tellFound(visit);
    },
    culminate: (site, rise, set) => kernel.culminate(site, rise, set),
  };
}

function radiusAt({ places }: Track, k: number): number {
  return Math.sqrt(places[k * 6]! ** 2 + places[k * 6 + 1]! ** 2 + places[k * 6 + 2]! ** 2);
}

const COLUMNS = ["ux", "uy", "uz", "plane", "along", "below", "radius2"] as const;
const PAIR_LENGTH = 18;

function writeSites(kernel: Kernel, { horizons, cells }: SiteCells): void {
  const { buffer } = kernel.memory;
  const pairs = new Float64Array(buffer, kernel.pairsAt(), (horizons.length / 2) * PAIR_LENGTH);
  horizons.forEach((horizon, site) => {
    const at = (site >> 1) * PAIR_LENGTH + (site & 1);
    COLUMNS.forEach((column, i) => (pairs[at + 2 * i] = horizon[column]));
  });
  const room = Math.ceil(cells.length / 4) * 4;
  const cones = new Float32Array(buffer, kernel.conesAt(), room * 5);
  const rows = new Int32Array(buffer, kernel.cellRowsAt(), room * 3);
  cells.forEach((cell, i) => {
    const { x, y, z, cosRadius, sinRadius } = cell;
    [x, y, z, cosRadius, sinRadius].forEach((value, column) => (cones[column * room + i] = value));
    rows.set([cell.first / 2, cell.end / 2], i * 3);
  });
}

/** How many times the deviation that was found at some places it may be at others. */
const DOUBT = 4;

function begin(kernel: Kernel, { known, bendKm, deviationKm, deviationKmS, knots }: Track): void {
  kernel.beginTrack(known, bendKm, DOUBT * deviationKm, DOUBT * deviationKmS * knots.segmentS);
}

const LEAST_RADIUS_KM = 6350;
/** The Earth's flattening moves a horizon by less, radians. */
const FLATTENING = 0.01;

/**
 * The largest angle between the object and the vector upwards of a site that sees it now or could within a segment: of
 * the triangle of the Earth's centre, the site and the object, and the turn of the object within that time.
 */
function awayRad({ driftKm, turnRad }: Track, radiusKm: number, sine: number): number {
  const elevation = Math.asin(sine);
  const cosine = (LEAST_RADIUS_KM * Math.cos(elevation)) / (radiusKm + driftKm);
  return Math.acos(Math.min(1, cosine)) - elevation + FLATTENING + turnRad;
}

function passTeller(kernel: Kernel, sites: number): (visit: Visit) => void {
  const { buffer } = kernel.memory;
  const times = new Float64Array(buffer, kernel.passesAt(), sites * 3);
  const numbers = new Int32Array(buffer, kernel.passesAt(), sites * 6);
  return (visit) => {
    const count = kernel.passCount();
    for (let i = 0; i < count; i++) visit(numbers[i * 6 + 4]!, times[i * 3]!, times[i * 3 + 1]!);
    kernel.forgetPasses();
  };
}
