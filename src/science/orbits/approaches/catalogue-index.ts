import type { ElementSet } from "../elements/element-set.ts";
import { batchPropagator } from "../kernel/batch-propagator.ts";
import { initialise, type Orbits } from "../sgp4/initialise.ts";
import { propagateBatch } from "../sgp4/propagate-batch.ts";
import * as R from "../sgp4/row.ts";
import { approachesFrom, type Approach } from "./approach.ts";
import { ARCS_PER_BLOCK, type Screening } from "./screening.ts";
import { chainsOf } from "./search/chains.ts";
import { hitsOf, planKernel, type Kernel } from "./search/kernel.ts";
import { ARC_SECONDS } from "./search/search-plan.ts";
import { noteAbsences, stretchesOf, type Absence } from "./window-screener.ts";

/** A catalogue with all its states over a span in memory: 28 bytes an object and quarter of an hour. */
export interface CatalogueIndex {
  /** One object, new or with new elements, against all the others. */
  rescreen(updated: ElementSet): Rescreened;
}

export interface Rescreened {
  readonly approaches: readonly Approach[];
  /** When the object first has no position, and why, where there is such a time. */
  readonly absence: Absence | null;
}

/** Prepares a catalogue, one element set an object, for screening single objects against it. */
export function indexCatalogue(given: readonly ElementSet[], screening: Screening): CatalogueIndex {
  // In the order of their orbits' sizes those of one shell are read one after another.
  const elements = given.toSorted((a, b) => b.meanMotionRevPerDay - a.meanMotionRevPerDay);
  const kernel = planKernel(screening.withinKm);
  const blocks = blocksOf(screening);
  kernel.layOutIndex(elements.length, blocks.length * ARCS_PER_BLOCK + 1, ARCS_PER_BLOCK + 1);
  const propagateAll = batchPropagator(initialise(elements));
  blocks.forEach((minutes, block) => {
    const cells = elements.length * minutes.length;
    const states = { values: statesIn(kernel, cells), errors: new Uint8Array(cells) };
    propagateAll({ first: 0, end: elements.length }, { minutes, originMs: screening.originMs }, states);
    kernel.indexBlock(block * ARCS_PER_BLOCK, minutes.length);
  });
  const places = new Map(elements.map(({ id }, place) => [id, place]));
  // One place more, for the object that is sought.
  const orbits = initialise([...elements, ...elements.slice(0, 1)]);
  return {
    rescreen(updated) {
      const target = initialise([updated]);
      putLast(orbits, target);
      const absence = indexTarget(kernel, target, blocks, screening.originMs);
      kernel.searchIndex(places.get(updated.id) ?? -1);
      const chains = chainsOf([hitsOf(kernel)], orbits.count);
      const stretches = stretchesOf(chains, orbits, screening, screening.seconds);
      return { approaches: approachesFrom(stretches, orbits, screening), absence };
    },
  };
}

/** Times of the knots of each block, in minutes; the last knot of one is the first of the next. */
function blocksOf({ seconds }: Screening): Float64Array[] {
  const count = Math.ceil(seconds / (ARC_SECONDS * ARCS_PER_BLOCK));
  return Array.from({ length: count }, (_, block) =>
    Float64Array.from(
      { length: ARCS_PER_BLOCK + 1 },
      (__, knot) => ((block * ARCS_PER_BLOCK + knot) * ARC_SECONDS) / 60,
    ),
  );
}

function indexTarget(kernel: Kernel, target: Orbits, blocks: readonly Float64Array[], originMs: number) {
  const absences = new Map<number, Absence>();
  kernel.clearTarget();
  blocks.forEach((minutes, block) => {
    const states = { values: statesIn(kernel, minutes.length), errors: new Uint8Array(minutes.length) };
    propagateBatch(target, { first: 0, end: 1 }, { minutes, originMs }, states);
    noteAbsences(states.errors, minutes, absences);
    kernel.indexTarget(block * ARCS_PER_BLOCK, minutes.length);
  });
  return absences.get(0) ?? null;
}

function statesIn(kernel: Kernel, cells: number): Float64Array {
  return new Float64Array(kernel.memory.buffer, kernel.statesAt(), cells * 6);
}

function putLast({ ids, epochsMs, rows, count }: Orbits, one: Orbits): void {
  ids[count - 1] = one.ids[0]!;
  epochsMs[count - 1] = one.epochsMs[0]!;
  rows.set(one.rows, (count - 1) * R.ROW_LENGTH);
}
