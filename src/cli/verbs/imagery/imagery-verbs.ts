import type { VerbEntry } from "../../verb-entry.ts";

export const IMAGERY_VERBS: readonly VerbEntry[] = [
  {
    name: "imagery search",
    summary: "search a STAC catalogue of imagery by place, time and cloud",
    load: async () => (await import("./search.ts")).search,
  },
  {
    name: "imagery window",
    summary: "read one window of a GeoTIFF, of a file or by range requests",
    load: async () => (await import("./window.ts")).window,
  },
  {
    name: "imagery change",
    summary: "what changed between two pictures of one place, optical or radar",
    load: async () => (await import("./change.ts")).change,
  },
  {
    name: "imagery compare",
    summary: "keep what changed at a site between two pictures, for an analyst to decide on",
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "imagery series",
    summary: "where the course of one place breaks, beyond its level, trend and season",
    load: async () => (await import("./series.ts")).series,
  },
];
