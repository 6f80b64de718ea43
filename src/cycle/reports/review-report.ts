import type { Day } from "#model/day.ts";
import { awaitsReview, type Observation } from "#model/observation.ts";
import type { Review, Verdict } from "#model/review.ts";
import {
  addObservations,
  appendReview,
  captureOf,
  observationOf,
  observationsKnown,
  reviewsStanding,
  syncOrigin,
} from "#store/index.ts";
import { evidenceText } from "../collect/evidence-text.ts";
import type { World } from "../world.ts";
import { IMAGERY } from "../imagery/finding.ts";
import { enteredId, enteredReport } from "../observe/reports/entered-report.ts";
import { REPORTS } from "../observe/reports/report-document.ts";

/** What somebody says of a report. */
export interface ReviewGiven {
  readonly report: string;
  readonly decided: Verdict;
  readonly by: string;
  readonly note: string;
}

/**
 * Keeps what an analyst decided on a report, and enters it, or takes back what was entered, accordingly. Null where no
 * such report is known; RangeError where it cannot be entered as it is.
 */
export async function reviewReport(world: World, given: ReviewGiven): Promise<Review | null> {
  const at = world.now();
  const known = await observationOf(world.store, given.report, { known: at.slice(0, 10) });
  if (known === null || !awaitsReview(known.observation)) return null;
  const { decided } = given;
  const entry = decided.verdict === "accepted" ? enteredReport(known.observation, decided.correction) : null;
  if (entry !== null) requireKnown(world, entry);
  await keepEntry(world, known.observation, entry, at);
  const review = { ...given, entered: entry?.id ?? null, at };
  await appendReview(world.store, review);
  return review;
}

/** RangeError where an entry is of a stream, or names an actor, that the watch does not know. */
export function requireKnown({ watch }: World, { actors, stream }: Observation): void {
  const streams = [...watch.record.map((file) => file.stream), IMAGERY];
  if (!streams.includes(stream)) {
    throw new RangeError(`"${stream}" is no stream of this watch; there are ${streams.join(", ")}`);
  }
  const stranger = actors.find(({ id }) => !watch.actors.some((actor) => actor.id === id));
  if (stranger)
    throw new RangeError(`"${stranger.id}" is no actor of this watch; name one of actors.csv instead`);
}

/** One origin for each report, so that taking back the decision withdraws exactly what it entered. */
export async function keepEntry(
  { store }: World,
  report: Observation,
  entry: Observation | null,
  recordedAt: string,
) {
  const origin = enteredId(report.id);
  const before = await observationOf(store, origin, { known: recordedAt.slice(0, 10) });
  if (entry === null && before === null) return;
  const capture = await captureOf(store, report.evidence.capture);
  if (capture === null) throw new RangeError(`capture ${report.evidence.capture} is not in the store`);
  const observations = entry === null ? [] : [entry];
  const keep = entry === null ? syncOrigin : addObservations;
  await keep(store, { origin, capture, observations, rejects: [], recordedAt });
}

/** A report with what was decided on it. */
export interface QueuedReport {
  readonly report: Observation;
  /** The sentence it was read from, or what was found in pictures. */
  readonly sentence: string;
  readonly review: Review | null;
}

/** Reports known by a day that await an analyst, or those that have been decided on, the latest first. */
export async function reviewQueue(
  world: World,
  asOf: Day,
  { isDecided, limit }: { readonly isDecided: boolean; readonly limit: number },
): Promise<{ readonly total: number; readonly reports: readonly QueuedReport[] }> {
  const standing = new Map(
    (await reviewsStanding(world.store, asOf)).map((review) => [review.report, review]),
  );
  const wanted = (await codedReports(world, asOf)).filter(({ id }) => standing.has(id) === isDecided);
  const reports = wanted.slice(0, limit);
  const queued = [];
  for (const report of reports) {
    queued.push({
      report,
      sentence: await sentenceOf(world, report),
      review: standing.get(report.id) ?? null,
    });
  }
  return { total: wanted.length, reports: queued };
}

async function codedReports({ store }: World, known: Day): Promise<Observation[]> {
  const recorded = await observationsKnown(store, { known }, { streams: [REPORTS, IMAGERY] });
  return recorded
    .map(({ observation }) => observation)
    .filter(awaitsReview)
    .toReversed();
}

/** Pictures have no sentence: what was found in them is told by the claim. */
async function sentenceOf({ store }: World, { claim, evidence }: Observation): Promise<string> {
  if (evidence.locator.type === "scenes") return claim;
  const capture = await captureOf(store, evidence.capture);
  return capture === null ? "" : evidenceText(capture, evidence.locator).text;
}
