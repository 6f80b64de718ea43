export { openStore, type StorePlace } from "./open-store.ts";
export { type Store, writing } from "./store.ts";
export { addCapture, captureHeadersOf, captureOf, capturesFrom } from "./captures.ts";
export { addObservations, syncOrigin } from "./imports.ts";
export type { Import, Imported } from "./import-batch.ts";
export { observationLives } from "./observation-lives.ts";
export { observationOf, observationsKnown, recordedOtherwise } from "./observations.ts";
export { searchObservations } from "./search.ts";
export { appendReadings, readingsOf, readingTotals, unreadDocuments } from "./readings.ts";
export {
  addDocuments,
  documentCounts,
  documentsKnown,
  documentsSince,
  entriesWithoutPage,
} from "./documents.ts";
export { addElementSets, elementHistories, hasElementSets, latestElementSets } from "./element-sets.ts";
export { addSpaceObjects, spaceObjectsKnown } from "./space-objects.ts";
export { appendReply, askableFrom, claimRequest, requestsOf, type Asked, type Reply } from "./requests.ts";
export { appendReview, reviewsStanding } from "./reviews.ts";
export { appendSiteCheck, siteChecks } from "./site-checks.ts";
export { rejectsOf } from "./rejects.ts";
export { appendAssessment, assessmentOf, assessments, verifyLedger } from "./assessments.ts";
export type { LedgerEntry } from "./assessments.ts";
export { acknowledgementsOf, appendAcknowledgement } from "./acknowledgements.ts";
export { appendContribution, appendVetting, contributions } from "./contributions.ts";
export { appendOpinion, opinionOf, opinionsGiven } from "./opinions.ts";
export { appendNotice, claimNotice, noticesStanding } from "./notices.ts";
export { appendBrief, briefBefore, briefsWritten } from "./briefs.ts";
export { lastChange, storeCounts, type StoreCounts } from "./counts.ts";
export {
  accountNamed,
  accounts,
  addAccount,
  changeAccount,
  changePassword,
  hasAccounts,
  removeAccount,
} from "./accounts.ts";
export { endSession, endStaleSessions, openSession, seeSession, sessionOf } from "./sessions.ts";
export { accessTokens, accountOfToken, addAccessToken, revokeAccessToken } from "./access-tokens.ts";
export { accessLog, appendAccess } from "./access-log.ts";
export { markingsHeld } from "./markings-held.ts";
export { backupStore } from "./backup.ts";
export { openJobQueue, type PostedJob } from "./job-queue.ts";
export { workState } from "./work-state.ts";
