import type { VerbEntry } from "./verb-entry.ts";
import { BELIEF_VERBS } from "./verbs/belief/belief-verbs.ts";
import { ORBITS_VERBS } from "./verbs/orbits/orbits-verbs.ts";
import { IMAGERY_VERBS } from "./verbs/imagery/imagery-verbs.ts";
import { SERIES_VERBS } from "./verbs/series/series-verbs.ts";
import { TEXT_VERBS } from "./verbs/text/text-verbs.ts";
import { USER_VERBS } from "./verbs/user/user-verbs.ts";

/** Everything the command line can do, in the order in which help lists it. */
export const VERBS: readonly VerbEntry[] = [
  {
    name: "run",
    summary: "collect, observe, assess, warn, brief; then serve the web app",
    load: async () => (await import("./verbs/run.ts")).run,
  },
  {
    name: "serve",
    summary: "serve the web app from what is stored",
    load: async () => (await import("./verbs/serve.ts")).serve,
  },
  {
    name: "work",
    summary: "collect, observe and assess whenever it is due, one of any number of workers",
    load: async () => (await import("./verbs/work.ts")).work,
  },
  {
    name: "mcp",
    summary: "answer a client of the Model Context Protocol on standard input and output",
    load: async () => (await import("./verbs/mcp.ts")).mcp,
  },
  {
    name: "collect",
    summary: "keep the record files as they are, byte for byte, and ask the sources that are switched on",
    load: async () => (await import("./verbs/collect.ts")).collect,
  },
  {
    name: "sources",
    summary: "list the sources on the network, and how they fare",
    load: async () => (await import("./verbs/sources.ts")).sources,
  },
  {
    name: "sources ledger",
    summary: "how reliable each source has been, by what became of its claims",
    load: async () => (await import("./verbs/sources-ledger.ts")).sourcesLedger,
  },
  {
    name: "observe",
    summary: "read what was collected into observations",
    load: async () => (await import("./verbs/observe.ts")).observe,
  },
  {
    name: "review",
    summary: "list the reports that await an analyst, each with its sentence",
    load: async () => (await import("./verbs/review/queue.ts")).queue,
  },
  {
    name: "review accept",
    summary: "enter a report into the record, as proposed or corrected",
    load: async () => (await import("./verbs/review/decide.ts")).accept,
  },
  {
    name: "review reject",
    summary: "say that a report is not entered, and why",
    load: async () => (await import("./verbs/review/decide.ts")).reject,
  },
  {
    name: "review undo",
    summary: "take back the last decision on a report, and what it entered",
    load: async () => (await import("./verbs/review/decide.ts")).undo,
  },
  {
    name: "review lessons",
    summary: "say how each rule of the event coder fared under review",
    load: async () => (await import("./verbs/review/lessons.ts")).lessons,
  },
  {
    name: "opinion",
    summary: "list what a model that the operator named said of sentences",
    load: async () => (await import("./verbs/opinion/list.ts")).list,
  },
  {
    name: "opinion sentences",
    summary: "ask a model for a second opinion on sentences that were not coded",
    load: async () => (await import("./verbs/opinion/ask.ts")).sentences,
  },
  {
    name: "opinion dictionary",
    summary: "ask a model which words of those sentences a dictionary lacks",
    load: async () => (await import("./verbs/opinion/ask.ts")).dictionary,
  },
  {
    name: "opinion gloss",
    summary: "ask a model to translate the sentences that observations rest on",
    load: async () => (await import("./verbs/opinion/ask.ts")).gloss,
  },
  {
    name: "assess",
    summary: "say how likely each scenario is, from what was known by a day",
    load: async () => (await import("./verbs/assess.ts")).assess,
  },
  {
    name: "warn",
    summary: "list the warnings of a day",
    load: async () => (await import("./verbs/warn/warn.ts")).warn,
  },
  {
    name: "warn acknowledge",
    summary: "say that a warning was read",
    load: async () => (await import("./verbs/warn/acknowledge.ts")).acknowledge,
  },
  {
    name: "clients",
    summary: "who is told of warnings and briefs without asking, and what they would be told now",
    load: async () => (await import("./verbs/clients/clients.ts")).clients,
  },
  {
    name: "clients tell",
    summary: "tell them what they do not know yet",
    load: async () => (await import("./verbs/clients/tell.ts")).tell,
  },
  {
    name: "clients try",
    summary: "send one of them a letter that tells nothing, to see whether it arrives",
    load: async () => (await import("./verbs/clients/try.ts")).tryOne,
  },
  {
    name: "brief",
    summary: "write the brief of a day",
    load: async () => (await import("./verbs/brief.ts")).brief,
  },
  {
    name: "explain",
    summary: "open one probability down to the observations it rests on",
    load: async () => (await import("./verbs/explain.ts")).explain,
  },
  {
    name: "exposure",
    summary: "what is done to space systems, and what of it an operator's own would lose",
    load: async () => (await import("./verbs/exposure.ts")).exposure,
  },
  {
    name: "partnership",
    summary: "what two powers do together and apart, and what of an alliance has been seen",
    load: async () => (await import("./verbs/partnership.ts")).partnership,
  },
  {
    name: "activity",
    summary: "who acts against whom, after what and how, and whether that has changed",
    load: async () => (await import("./verbs/activity.ts")).activity,
  },
  {
    name: "requirements",
    summary: "what to look at next, and which assumption would move one forecast most",
    load: async () => (await import("./verbs/requirements.ts")).requirements,
  },
  {
    name: "law",
    summary: "what binds whom, how bodies voted, what was made and unmade, who votes with whom",
    load: async () => (await import("./verbs/law.ts")).law,
  },
  {
    name: "replay",
    summary: "assess every day of a span as it was known then",
    load: async () => (await import("./verbs/replay.ts")).replay,
  },
  {
    name: "score",
    summary: "score forecasts, warnings and questions against what happened",
    load: async () => (await import("./verbs/score/score.ts")).score,
  },
  {
    name: "score forecasts",
    summary: "score a file of resolved forecasts: Brier, log, reliability, skill",
    load: async () => (await import("./verbs/score/forecasts.ts")).forecasts,
  },
  {
    name: "contribute",
    summary: "hand in contributions as JSON, to be vetted",
    load: async () => (await import("./verbs/contributions/contribute.ts")).contribute,
  },
  {
    name: "contributions",
    summary: "list what outsiders handed in",
    load: async () => (await import("./verbs/contributions/list.ts")).list,
  },
  {
    name: "contributions add",
    summary: "hand something in, to be vetted",
    load: async () => (await import("./verbs/contributions/add.ts")).add,
  },
  {
    name: "contributions vet",
    summary: "accept a contribution as a document, enter it into the record, reject it, or undo that",
    load: async () => (await import("./verbs/contributions/vet.ts")).vet,
  },
  {
    name: "import",
    summary: "bring your own observations",
    load: async () => (await import("./verbs/import.ts")).importFiles,
  },
  {
    name: "export",
    summary: "write out the observations known by a day",
    load: async () => (await import("./verbs/export.ts")).exportObservations,
  },
  {
    name: "watch check",
    summary: "validate a watch, with the place of every fault",
    load: async () => (await import("./verbs/watch/check.ts")).check,
  },
  ...BELIEF_VERBS,
  ...ORBITS_VERBS,
  {
    name: "sites",
    summary: "list the sites of the watch, and how sure their coordinates are",
    load: async () => (await import("./verbs/sites/list.ts")).list,
  },
  {
    name: "sites confirm",
    summary: "say that a site's coordinates were checked, or what they are",
    load: async () => (await import("./verbs/sites/confirm.ts")).confirm,
  },
  {
    name: "sites check",
    summary: "compare the coordinates with the sites of McDowell's General Catalog",
    load: async () => (await import("./verbs/sites/check.ts")).check,
  },
  ...IMAGERY_VERBS,
  ...SERIES_VERBS,
  ...TEXT_VERBS,
  {
    name: "keys",
    summary: "the public keys of this installation: what it signs by, and what is sealed for it by",
    load: async () => (await import("./verbs/sealing/keys.ts")).keys,
  },
  {
    name: "keys make",
    summary: "make the keys of this installation, once",
    load: async () => (await import("./verbs/sealing/keys.ts")).keysMake,
  },
  {
    name: "sign",
    summary: "sign files, so that others see who they are from and that they are whole",
    load: async () => (await import("./verbs/sealing/sign.ts")).signFiles,
  },
  {
    name: "verify",
    summary: "check whether a file is as somebody signed it",
    load: async () => (await import("./verbs/sealing/sign.ts")).verifyFile,
  },
  {
    name: "seal",
    summary: "encrypt files so that the recipients alone can open them",
    load: async () => (await import("./verbs/sealing/seal.ts")).sealFiles,
  },
  {
    name: "open",
    summary: "open a file that was sealed for this installation",
    load: async () => (await import("./verbs/sealing/seal.ts")).openFile,
  },
  ...USER_VERBS,
  {
    name: "backup",
    summary: "write a consistent copy of the store while it is in use",
    load: async () => (await import("./verbs/backup.ts")).backup,
  },
  {
    name: "restore",
    summary: "put a backup in place of an absent store",
    load: async () => (await import("./verbs/restore.ts")).restore,
  },
  {
    name: "doctor",
    summary: "check this installation, and say what to do",
    load: async () => (await import("./verbs/doctor.ts")).doctor,
  },
];
