import { KERNEL_BASE64 } from "./kernel-bytes.ts";
import { ARC_SECONDS, STEPS_PER_ARC, bendKm, ordinaryReach } from "./search-plan.ts";

/** What assembly/kernel.ts exports. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  plan(arcSeconds: number, stepsPerArc: number, withinKm: number, bendKm: number, reach: number): void;
  layOut(objects: number, knots: number, zones: number, bands: number, cells: number): void;
  statesAt(): number;
  zoneEdgesAt(): number;
  zoneOfBucketAt(): number;
  bandRowsAt(): number;
  hitsAt(): number;
  hitCount(): number;
  forgetHits(): void;
  /** Places at the ends of steps, step by step and coordinate by coordinate, and pads: single precision, in fours. */
  placesAt(): number;
  padsAt(): number;
  fitArc(arc: number): void;
  searchArc(arc: number, firstStep: number): void;
  layOutIndex(objects: number, knots: number, knotsPerBlock: number): void;
  indexBlock(firstKnot: number, count: number): void;
  clearTarget(): void;
  indexTarget(firstKnot: number, count: number): void;
  searchIndex(except: number): void;
}

/** Pairs that may come within the distance during a step: first object, second object, step, three numbers each. */
export type ClosePairs = Int32Array;

let compiled: WebAssembly.Module | undefined;

/** A kernel of its own, planned for the distance. */
export function planKernel(withinKm: number): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), (letter) => letter.charCodeAt(0)));
  const kernel = new WebAssembly.Instance(compiled).exports as unknown as Kernel;
  kernel.plan(ARC_SECONDS, STEPS_PER_ARC, withinKm, bendKm(withinKm), ordinaryReach(withinKm));
  return kernel;
}

export function hitsOf(kernel: Kernel): ClosePairs {
  return new Int32Array(kernel.memory.buffer, kernel.hitsAt(), kernel.hitCount() * 3).slice();
}
