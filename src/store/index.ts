export { openStore, type StorePlace } from "./open-store.ts";
export type { Store } from "./store.ts";
export { addCapture, captureOf } from "./captures.ts";
export { addObservations, syncOrigin } from "./imports.ts";
export type { Import, Imported } from "./import-batch.ts";
export { observationOf, observationsKnown } from "./observations.ts";
export { searchObservations } from "./search.ts";
export {
  addElementSets,
  elementHistories,
  latestElementSets,
  type ElementSelection,
  type ElementSetImport,
  type PublishedElementSet,
} from "./element-sets.ts";
export { addSpaceObjects, spaceObjectsKnown, type SpaceObjectImport } from "./space-objects.ts";
export { rejectsOf } from "./rejects.ts";
export { appendAssessment, assessmentOf, verifyLedger } from "./assessments.ts";
export { acknowledgementsOf, appendAcknowledgement } from "./acknowledgements.ts";
export { appendBrief, briefBefore } from "./briefs.ts";
export { lastChange, storeCounts, type StoreCounts } from "./counts.ts";
export { backupStore } from "./backup.ts";
