/** Orbits from public element sets: read, propagate, compare. Kilometres, seconds, degrees, UTC in milliseconds. */
export type { ElementSet } from "./elements/element-set.ts";
export { newestElements, readElements } from "./elements/read-elements.ts";
export type { ElementFormat, ElementReject, ReadElements } from "./elements/read-elements.ts";
export { batchPropagator } from "./kernel/batch-propagator.ts";
export type { BatchPropagator, Range } from "./kernel/batch-propagator.ts";
export { initialise } from "./sgp4/initialise.ts";
export type { Orbits } from "./sgp4/initialise.ts";
export { allocateStates, propagateBatch } from "./sgp4/propagate-batch.ts";
export type { States, Times } from "./sgp4/propagate-batch.ts";
export { PROPAGATION_ERRORS } from "./sgp4/propagation-error.ts";
export type { PropagationError } from "./sgp4/propagation-error.ts";
export { propagate } from "./sgp4/propagate.ts";
