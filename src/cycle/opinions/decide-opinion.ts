import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Opinion } from "#model/opinion.ts";
import type { Review } from "#model/review.ts";
import { appendReview, opinionOf, opinionsGiven, reviewsStanding } from "#store/index.ts";
import type { World } from "../world.ts";
import { enteredReport } from "../observe/reports/entered-report.ts";
import { REPORTS } from "../observe/reports/report-document.ts";
import { keepEntry, requireKnown, type ReviewGiven } from "../reports/review-report.ts";

/** An opinion with what an analyst decided on it. */
export interface QueuedOpinion {
  readonly opinion: Opinion;
  readonly review: Review | null;
}

/** Opinions given by a day that await an analyst, or that were decided on; and how many answers were refused. */
export async function opinionQueue(
  { store }: World,
  asOf: Day,
  { isDecided, limit }: { readonly isDecided: boolean; readonly limit: number },
): Promise<{ total: number; refused: number; opinions: readonly QueuedOpinion[] }> {
  const standing = new Map((await reviewsStanding(store, asOf)).map((review) => [review.report, review]));
  const given = await opinionsGiven(store, { by: asOf, kinds: ["sentence", "dictionary"] });
  const queued = given
    .filter(saysAnything)
    .map((opinion) => ({ opinion, review: standing.get(nameOf(opinion)) ?? null }))
    .filter(({ review }) => (review !== null) === isDecided);
  const refused = given.filter((opinion) => opinion.refused !== null).length;
  return { total: queued.length, refused, opinions: queued.slice(0, limit) };
}

/**
 * Keeps what an analyst decided on an opinion. A sentence that is taken is entered as the analyst says, from the page
 * it stands on, whose source it keeps; words for a dictionary are entered nowhere. Null where there is no such opinion.
 */
export async function decideOpinion(world: World, given: ReviewGiven): Promise<Review | null> {
  const { store, now } = world;
  const opinion = await opinionOf(store, given.report);
  if (opinion === null || !saysAnything(opinion)) return null;
  const [at, { decided }, report] = [now(), given, sentenceAsReport(opinion)];
  const isEntered = decided.verdict === "accepted" && opinion.kind === "sentence";
  const entry = isEntered ? { ...enteredReport(report, decided.correction), links: [] } : null;
  if (entry !== null) requireKnown(world, entry);
  await keepEntry(world, report, entry, at);
  const review = { ...given, report: report.id, entered: entry?.id ?? null, at };
  await appendReview(store, review);
  return review;
}

function saysAnything({ answer }: Opinion): boolean {
  if (answer?.kind === "sentence") return answer.events.length > 0;
  return answer?.kind === "dictionary" && answer.proposals.length > 0;
}

/** What decisions on an opinion are kept under. */
function nameOf({ id }: Opinion): string {
  return `opinion/${id}`;
}

/** The sentence by itself; nothing of what was said about it. */
function sentenceAsReport(opinion: Opinion): Observation {
  const { text, language, capture, from, to, url, source, reliability, marking, knownAt } = opinion.sentence;
  return {
    ...{ id: nameOf(opinion), stream: REPORTS, kind: "sentence", claim: text, knownAt, marking },
    ...{ validFrom: knownAt, validTo: knownAt, precision: "day", actors: [], measures: {}, links: [] },
    attributes: language === "" ? {} : { language },
    grade: { reliability, credibility: 6 },
    ...{ confidence: "low", verified: "coded", source: { name: source, url, urlKind: "exact" } },
    evidence: { capture, locator: { type: "span", from, to }, method: "analyst", version: "1" },
  };
}
