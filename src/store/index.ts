export { openStore, type StorePlace } from "./open-store.ts";
export type { Store } from "./store.ts";
export { addCapture, captureOf } from "./captures.ts";
export { addObservations, type Import, type Imported, syncOrigin } from "./imports.ts";
export {
  observationHistory,
  observationOf,
  observationsKnown,
  type ObservationStep,
} from "./observations.ts";
export { type Facets, type Found, type Page, searchObservations, type Selection } from "./search.ts";
export { type KeptReject, rejectsOf } from "./rejects.ts";
export {
  appendAssessment,
  assessmentOf,
  assessments,
  type LedgerEntry,
  verifyLedger,
} from "./assessments.ts";
export { acknowledgementsOf, appendAcknowledgement } from "./acknowledgements.ts";
export { appendBrief, briefBefore, briefOf } from "./briefs.ts";
export { storeCounts, type StoreCounts } from "./counts.ts";
export { backupStore } from "./backup.ts";
