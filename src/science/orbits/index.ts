/** Orbits from public element sets: read, propagate, compare. Kilometres, seconds, degrees, UTC in milliseconds. */
export type { ElementSet } from "./elements/element-set.ts";
export { newestElements, readElements } from "./elements/read-elements.ts";
export type { ElementFormat, ElementReject, ReadElements } from "./elements/read-elements.ts";
