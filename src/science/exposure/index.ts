/** What a structure of parts that need each other loses with some of them. Pure; nothing here is a probability. */
export { lostWith } from "./lost-with.ts";
export { minimalCuts } from "./minimal-cuts.ts";
export type { Cut } from "./minimal-cuts.ts";
export { structureOf } from "./structure.ts";
export type { Dependent, Need, Structure } from "./structure.ts";
