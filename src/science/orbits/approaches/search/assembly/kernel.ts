/** The search for close pairs over the whole catalogue, compiled to WebAssembly; docs/methods/screening.md has the proofs. */
import { fitArc } from "./arcs";
import { clearTarget, indexBlock, indexTarget, layOutIndex, searchIndex } from "./catalogue-index";
import { locate } from "./locate";
import {
  bandRows,
  forgetHits,
  found,
  hits,
  layOut,
  pads,
  places,
  plan,
  states,
  steps,
  zoneEdges,
  zoneOfBucket,
} from "./memory";
import { findPairs } from "./pairs";
import { sort } from "./sort";

export { clearTarget, fitArc, forgetHits, indexBlock, indexTarget, layOut, layOutIndex, plan, searchIndex };

export function statesAt(): usize {
  return states;
}
export function placesAt(): usize {
  return places;
}
export function padsAt(): usize {
  return pads;
}
export function zoneEdgesAt(): usize {
  return zoneEdges;
}
export function zoneOfBucketAt(): usize {
  return zoneOfBucket;
}
export function bandRowsAt(): usize {
  return bandRows;
}
export function hitsAt(): usize {
  return hits;
}
export function hitCount(): i32 {
  return found;
}

/** Finds the close pairs of every step of one arc of the block; steps are counted from `firstStep`. */
export function searchArc(arc: i32, firstStep: i32): void {
  fitArc(arc);
  for (let step = 0; step < steps; step++) {
    locate(step);
    sort();
    findPairs(firstStep + step);
  }
}
