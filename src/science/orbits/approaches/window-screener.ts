import { batchPropagator } from "../kernel/batch-propagator.ts";
import type { Orbits } from "../sgp4/initialise.ts";
import * as R from "../sgp4/row.ts";
import { chainsOf, type Chain } from "./search/chains.ts";
import type { ClosePairs } from "./search/kernel.ts";
import { createPairSearch } from "./search/pair-search.ts";
import { relativeMotion } from "./relative-motion.ts";
import { ARCS_PER_BLOCK, type Screening, type Window } from "./screening.ts";
import { ARC_SECONDS, EARTH_RADIUS_KM, STEPS_PER_ARC, STEP_SECONDS } from "./search/search-plan.ts";
import { stretchesWithin, type Stretch } from "./stretch.ts";

/** An object without a position: index, seconds from the origin, place in PROPAGATION_ERRORS. */
export interface Absence {
  readonly index: number;
  readonly seconds: number;
  readonly error: number;
}

export interface WindowFindings {
  /** In the order of pairs and time. */
  readonly stretches: readonly Stretch[];
  /** The first absence of each object in the window. */
  readonly absences: readonly Absence[];
}

/** Screens windows one after the other; the objects are prepared once. */
export function windowScreener(orbits: Orbits, screening: Screening): (window: Window) => WindowFindings {
  const closePairs = closePairFinder(orbits, screening);
  return (window) => {
    const { pairs, absences } = closePairs(window);
    const end = Math.min(screening.seconds, window.endArc * ARC_SECONDS);
    const stretches = stretchesOf(chainsOf(pairs, orbits.count), orbits, screening, end);
    return { stretches, absences };
  };
}

/** The exact stretches in runs of steps, cut at `end` seconds from the origin. */
export function stretchesOf(
  chains: readonly Chain[],
  orbits: Orbits,
  { originMs, withinKm }: Screening,
  end: number,
): Stretch[] {
  const before = chains.filter(({ firstStep }) => firstStep * STEP_SECONDS < end);
  return before.flatMap(({ first, second, firstStep, endStep }) => {
    const motion = relativeMotion(orbits, originMs, first, second);
    const span = [firstStep * STEP_SECONDS, Math.min(end, endStep * STEP_SECONDS)] as const;
    return stretchesWithin(motion, span, withinKm).map((each) => ({ first, second, ...each }));
  });
}

function closePairFinder(orbits: Orbits, { originMs, withinKm }: Screening) {
  const [objects, arcsPerBlock] = [orbits.count, ARCS_PER_BLOCK];
  const search = createPairSearch({ objects, arcsPerBlock, withinKm, radiiKm: semiMajorAxesKm(orbits) });
  const propagateAll = batchPropagator(orbits);
  const minutes = new Float64Array(arcsPerBlock + 1);
  const errors = new Uint8Array(objects * minutes.length);
  return ({ firstArc, endArc }: Window) => {
    const pairs: ClosePairs[] = [];
    const absences = new Map<number, Absence>();
    for (let arc = firstArc; arc < endArc; arc += arcsPerBlock) {
      minutes.forEach((_, knot) => (minutes[knot] = ((arc + knot) * ARC_SECONDS) / 60));
      propagateAll({ first: 0, end: objects }, { minutes, originMs }, { values: search.states(), errors });
      noteAbsences(errors, minutes, absences);
      pairs.push(search.closePairs(Math.min(arcsPerBlock, endArc - arc), arc * STEPS_PER_ARC));
    }
    return { pairs, absences: [...absences.values()] };
  };
}

function semiMajorAxesKm({ count, rows }: Orbits): number[] {
  return Array.from({ length: count }, (_, i) => rows[i * R.ROW_LENGTH + R.AO]! * EARTH_RADIUS_KM);
}

/** Notes the first absence of each object, of which there are as many cells as times. */
export function noteAbsences(
  errors: Uint8Array,
  minutes: Float64Array,
  absences: Map<number, Absence>,
): void {
  errors.forEach((error, cell) => {
    const index = Math.floor(cell / minutes.length);
    if (error === 0 || absences.has(index)) return;
    absences.set(index, { index, seconds: minutes[cell % minutes.length]! * 60, error });
  });
}
