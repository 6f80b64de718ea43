import type { VerbEntry } from "../../verb-entry.ts";

export const ORBITS_VERBS: readonly VerbEntry[] = [
  {
    name: "orbits manoeuvres",
    summary: "who manoeuvred when, by how much, and how sure that is",
    load: async () => (await import("./manoeuvres.ts")).manoeuvres,
  },
  {
    name: "orbits shadowing",
    summary: "who flew in the plane of a watched satellite, near its height",
    load: async () => (await import("./shadowing.ts")).shadowing,
  },
  {
    name: "orbits visits",
    summary: "who stood where in the geostationary belt, and beside whom",
    load: async () => (await import("./visits.ts")).visits,
  },
  {
    name: "orbits passes",
    summary: "when objects pass over a site: rise, culmination and set",
    load: async () => (await import("./passes.ts")).passes,
  },
  {
    name: "orbits seen",
    summary: "who could image a site of the watch, and when it is unseen",
    load: async () => (await import("./seen.ts")).seen,
  },
  {
    name: "orbits propagate",
    summary: "where objects are, so many minutes after the epoch of their elements",
    load: async () => (await import("./propagate.ts")).propagate,
  },
  {
    name: "orbits screen",
    summary: "who comes close to whom, the whole catalogue against itself",
    load: async () => (await import("./screen.ts")).screen,
  },
];
