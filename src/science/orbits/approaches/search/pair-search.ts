import { hitsOf, planKernel, type ClosePairs, type Kernel } from "./kernel.ts";
import { STEPS_PER_ARC, ordinaryReach } from "./search-plan.ts";
import { sphereBands, type SphereBands } from "./sphere-bands.ts";

export interface PairSearch {
  /** To be filled with the states of all objects at the knots of one block of arcs, object by object. */
  states(): Float64Array;
  /** The close pairs of the first arcs of the block; steps count from `firstStep`. */
  closePairs(arcs: number, firstStep: number): ClosePairs;
}

/**
 * The search for pairs within `withinKm` of each other, over blocks of `arcsPerBlock` arcs. Objects whose state is
 * zero at either end of an arc are absent from it. `radiiKm` are those of the objects at some time, to part them into
 * shells of like numbers. Memory: about 0.3 kB an object and knot.
 */
export function createPairSearch({
  objects,
  arcsPerBlock,
  withinKm,
  radiiKm,
}: {
  readonly objects: number;
  readonly arcsPerBlock: number;
  readonly withinKm: number;
  readonly radiiKm: readonly number[];
}): PairSearch {
  const kernel = planKernel(withinKm);
  const sphere = sphereBands(2 * ordinaryReach(withinKm));
  const edges = zoneEdges(radiiKm);
  kernel.layOut(objects, arcsPerBlock + 1, edges.length, sphere.bands.length, sphere.cells);
  writeTables(kernel, edges, sphere);
  return {
    states: () => new Float64Array(kernel.memory.buffer, kernel.statesAt(), objects * (arcsPerBlock + 1) * 6),
    closePairs(arcs, firstStep) {
      kernel.forgetHits();
      for (let arc = 0; arc < arcs; arc++) kernel.searchArc(arc, firstStep + arc * STEPS_PER_ARC);
      return hitsOf(kernel);
    },
  };
}

const ZONE_FLOOR_KM = 6400;
const ZONE_BUCKETS = 4096;
const BUCKET_KM = 2;
const ZONES = 16;

/** Radii that part the objects into shells of like numbers, on the edges of buckets. */
function zoneEdges(radiiKm: readonly number[]): number[] {
  const sorted = radiiKm.toSorted((a, b) => a - b);
  const top = ZONE_FLOOR_KM + BUCKET_KM * (ZONE_BUCKETS - 1);
  const edges = [-Infinity];
  for (let zone = 1; zone < ZONES; zone++) {
    const radius = sorted[Math.floor((zone * sorted.length) / ZONES)] ?? Infinity;
    const edge = ZONE_FLOOR_KM + BUCKET_KM * Math.ceil((radius - ZONE_FLOOR_KM) / BUCKET_KM);
    if (edge > edges.at(-1)! && edge > ZONE_FLOOR_KM && edge < top) edges.push(edge);
  }
  return edges;
}

function writeTables(kernel: Kernel, edges: readonly number[], { bands }: SphereBands): void {
  const bytes = new DataView(kernel.memory.buffer);
  edges.forEach((edge, zone) => bytes.setFloat32(kernel.zoneEdgesAt() + 4 * zone, edge, true));
  for (let bucket = 0; bucket < ZONE_BUCKETS; bucket++) {
    const radius = ZONE_FLOOR_KM + BUCKET_KM * bucket;
    bytes.setUint8(
      kernel.zoneOfBucketAt() + bucket,
      edges.findLastIndex((edge) => edge <= radius),
    );
  }
  bands.forEach((band, b) => {
    const row = kernel.bandRowsAt() + 24 * b;
    bytes.setInt32(row, band.firstCell, true);
    bytes.setInt32(row + 4, band.cells, true);
    bytes.setFloat32(row + 8, band.cellsPerRadian, true);
    bytes.setFloat32(row + 12, band.reach, true);
    bytes.setFloat32(row + 16, band.reachOver, true);
    bytes.setFloat32(row + 20, band.cosineOfEdge, true);
  });
}
