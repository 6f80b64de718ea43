import type { VerbEntry } from "../../verb-entry.ts";

export const SERIES_VERBS: readonly VerbEntry[] = [
  {
    name: "series hazard",
    summary: "who joins next, by hazards of accession that are checked out of sample",
    load: async () => (await import("./hazard.ts")).hazard,
  },
  {
    name: "series hawkes",
    summary: "whether events of one type bring on events of another, and how surely",
    load: async () => (await import("./hawkes.ts")).hawkes,
  },
  {
    name: "series period",
    summary: "whether events or a series come in a cycle, against three worlds without one",
    load: async () => (await import("./period.ts")).period,
  },
  {
    name: "series changepoint",
    summary: "where the level of a series changes, with the interval of each place",
    load: async () => (await import("./changepoint.ts")).changepoint,
  },
  {
    name: "series baseline",
    summary: "which counts or values stand out from the baseline before them",
    load: async () => (await import("./baseline.ts")).baseline,
  },
  {
    name: "series lead",
    summary: "which side leads, whether the lead alternates, and who is likely next",
    load: async () => (await import("./lead.ts")).lead,
  },
  {
    name: "series survival",
    summary: "Kaplan–Meier curves, log-rank test and Cox regression of spells",
    load: async () => (await import("./survival.ts")).survival,
  },
];
