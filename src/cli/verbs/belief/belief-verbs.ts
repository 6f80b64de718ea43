import type { VerbEntry } from "../../verb-entry.ts";

export const BELIEF_VERBS: readonly VerbEntry[] = [
  {
    name: "belief infer",
    summary: "posteriors of a Bayesian network under evidence",
    load: async () => (await import("./infer.ts")).infer,
  },
  {
    name: "belief explain",
    summary: "what each finding contributes to one variable",
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "belief most-probable",
    summary: "the likeliest state of all variables together",
    load: async () => (await import("./most-probable.ts")).mostProbable,
  },
  {
    name: "belief sensitivity",
    summary: "which table entries move one probability most",
    load: async () => (await import("./sensitivity.ts")).sensitivity,
  },
  {
    name: "belief intervals",
    summary: "how far the posteriors range when the tables are doubted",
    load: async () => (await import("./intervals.ts")).intervals,
  },
  {
    name: "belief separated",
    summary: "whether some variables can tell anything about others, and by which trail",
    load: async () => (await import("./separated.ts")).separated,
  },
  {
    name: "belief value",
    summary: "which open variable would tell most about one, if it were observed",
    load: async () => (await import("./value.ts")).value,
  },
];
