import type { VerbEntry } from "../../verb-entry.ts";

export const TEXT_VERBS: readonly VerbEntry[] = [
  {
    name: "text extract",
    summary: "the article of a web page: title, text, date, author, language",
    load: async () => (await import("./extract.ts")).extract,
  },
  {
    name: "text feed",
    summary: "the entries of a feed: RSS, RDF, Atom or JSON Feed, in any encoding",
    load: async () => (await import("./feed.ts")).feed,
  },
  {
    name: "text code",
    summary: "who did what to whom, sentence by sentence, or why there is no event",
    load: async () => (await import("./code.ts")).code,
  },
  {
    name: "text dedup",
    summary: "which articles are copies, have one origin, or tell one event independently",
    load: async () => (await import("./dedup.ts")).dedup,
  },
  {
    name: "text classify",
    summary: "what kind of event a sentence tells between two given sides",
    load: async () => (await import("./classify.ts")).classify,
  },
];
