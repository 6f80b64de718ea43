import { startKernel, type Exact, type Kernel } from "./kernel.ts";
import type { Knots } from "./knots.ts";
import type { SiteCells } from "./site-cells.ts";
import { trackIn, type Track } from "./track.ts";

/** Told of one pass: over which site, from where to where on the track, and where it is highest; it may go on beyond an end of the track. */
export type Visit = (site: number, rise: number, set: number, peak: number) => void;

/** The search for passes of one track after another over the same sites. */
export interface PassSearch {
  /** To be filled before it is watched. */
  readonly track: Track;
  /** Where each site stood in the list that was given. */
  readonly places: readonly number[];
  /** Tells every pass of the track, in the order in which they set, to a segment. */
  watch(visit: Visit): void;
}

/**
 * At each knot only those sites are looked at whose horizon the object, at its fastest, could reach before the next;
 * between two knots there is at most one turn of the height, for a segment is a small part of any revolution.
 */
export function createPassSearch(sites: SiteCells, knots: Knots, exact: Exact): PassSearch {
  const kernel = startKernel(exact);
  const sine = sites.horizons[0]?.sine ?? 0;
  kernel.layOut(sites.horizons.length, Math.ceil(sites.cells.length / 4) * 4, knots.count);
  const outmostKm = Math.sqrt(Math.max(0, ...sites.horizons.map(({ radius2 }) => radius2)));
  kernel.plan(sine, Math.sqrt(1 - sine * sine), outmostKm, knots.segmentS);
  writeSites(kernel, sites);
  const track = trackIn(kernel, knots);
  const tellFound = passTeller(kernel);
  return {
    track,
    places: sites.places,
    watch(visit) {
      if (track.known < 2) return;
      begin(track, sine);
      for (let segment = 0; segment < track.known - 1;) {
        segment = kernel.watchFrom(segment);
        tellFound(visit);
      }
    },
  };
}

const FOURS = ["ux", "uy", "uz", "base", "floor", "tilt"] as const;
const FOUR_LENGTH = 28;
const COLUMNS = [...FOURS, "plane", "along", "below", "radius2"] as const;
const SITE_LENGTH = 11;

function writeSites(kernel: Kernel, { horizons, cells }: SiteCells): void {
  const { buffer } = kernel.memory;
  const fours = new Float32Array(buffer, kernel.foursAt(), (horizons.length / 4) * FOUR_LENGTH);
  const rows = new Float64Array(buffer, kernel.sitesAt(), horizons.length * SITE_LENGTH);
  horizons.forEach((horizon, site) => {
    const at = (site >> 2) * FOUR_LENGTH + (site & 3);
    FOURS.forEach((column, i) => (fours[at + 4 * i] = horizon[column]));
    COLUMNS.forEach((column, i) => (rows[site * SITE_LENGTH + i] = horizon[column]));
  });
  const room = Math.ceil(cells.length / 4) * 4;
  const cones = new Float32Array(buffer, kernel.conesAt(), room * 5);
  const cellRows = new Int32Array(buffer, kernel.cellRowsAt(), room * 3);
  cells.forEach((cell, i) => {
    const { x, y, z, cosRadius, sinRadius } = cell;
    [x, y, z, cosRadius, sinRadius].forEach((value, column) => (cones[column * room + i] = value));
    cellRows.set([cell.first / 4, cell.end / 4], i * 3);
  });
}

/** How many times the deviation that was found at some places it may be at others. */
const DOUBT = 4;
/** Radians, more than the Earth's flattening moves a horizon and its turning bends a path within a segment. */
const ROUGHNESS = 0.01;

function begin({ kernel, known, deviationKm, deviationKmS, knots }: Track, sine: number): void {
  const further = ROUGHNESS - Math.asin(sine);
  const halfTurn = kernel.turnOfTrack() / 2;
  const doubtKm = DOUBT * (1 + Math.abs(sine)) * deviationKm;
  const doubtPerSegmentKm = DOUBT * deviationKmS * knots.segmentS;
  kernel.beginTrack(
    known,
    doubtKm,
    doubtPerSegmentKm,
    Math.cos(further),
    Math.sin(further),
    Math.cos(halfTurn),
    Math.sin(halfTurn),
  );
}

function passTeller(kernel: Kernel): (visit: Visit) => void {
  const { buffer } = kernel.memory;
  const times = new Float64Array(buffer, kernel.passesAt());
  const numbers = new Int32Array(buffer, kernel.passesAt());
  return (visit) => {
    const count = kernel.passCount();
    for (let i = 0; i < count; i++) {
      visit(numbers[i * 8 + 6]!, times[i * 4]!, times[i * 4 + 1]!, times[i * 4 + 2]!);
    }
    kernel.forgetPasses();
  };
}
