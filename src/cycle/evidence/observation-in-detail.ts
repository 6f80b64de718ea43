import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { sourceFinder, speakerFinder } from "#model/source.ts";
import { captureOf, observationOf, observationsKnown, opinionsGiven, reviewsStanding } from "#store/index.ts";
import type { Assessed } from "../assess/assess.ts";
import { evidenceText, type EvidenceText } from "../collect/evidence-text.ts";
import type { World } from "../world.ts";
import { interestOf } from "../observe/grading/interested-party.ts";
import { type StoryTree, storyTree } from "./story-tree.ts";

export interface ObservationInDetail {
  readonly observation: Observation;
  readonly recordedAt: string;
  readonly evidence: EvidenceText & {
    readonly capture: string;
    readonly source: string;
    readonly url: string;
    readonly fetchedAt: string;
  };
  /** What a model made of the sentence in English; it stands beside it and is counted nowhere. */
  readonly gloss: { readonly text: string; readonly model: string; readonly at: string } | null;
  /** Who tells the same and who the contrary, by that day. */
  readonly story: StoryTree;
  /** The indicators that read it. */
  readonly indicators: readonly string[];
}

/** One observation as known on the day of the assessment, down to the text it rests on; null when it was not. */
export async function observationInDetail(
  world: World,
  { assessment, situation }: Assessed,
  id: string,
): Promise<ObservationInDetail | null> {
  const { store } = world;
  const recorded = await observationOf(store, id, { known: assessment.asOf });
  if (recorded === null) return null;
  const { observation, recordedAt } = recorded;
  const evidence = await evidenceOf(store, observation);
  const reading = situation.measured.filter(({ matched }) => matched.some((one) => one.id === id));
  return {
    observation,
    recordedAt,
    evidence,
    gloss: await glossOf(store, evidence, assessment.asOf),
    story: await storyOf(world, id, assessment.asOf),
    indicators: reading.map(({ indicator }) => indicator.id),
  };
}

async function evidenceOf(
  store: World["store"],
  { evidence }: Observation,
): Promise<ObservationInDetail["evidence"]> {
  const capture = await captureOf(store, evidence.capture);
  if (capture === null) throw new RangeError(`capture ${evidence.capture} is not in the store`);
  const { sha256, source, url, fetchedAt } = capture;
  return { capture: sha256, source, url, fetchedAt, ...evidenceText(capture, evidence.locator) };
}

async function glossOf(
  store: World["store"],
  { text, characters }: EvidenceText,
  by: Day,
): Promise<ObservationInDetail["gloss"]> {
  if (characters === 0) return null;
  for (const { answer, model, at } of await opinionsGiven(store, { by, kinds: ["gloss"], on: text })) {
    if (answer?.kind === "gloss") return { text: answer.gloss, model, at };
  }
  return null;
}

/** Reports that an analyst found misread or none of the watch's business tell nothing of a story. */
async function storyOf({ store, watch }: World, id: string, asOf: Day): Promise<StoryTree> {
  const reviews = await reviewsStanding(store, asOf);
  const dropped = new Set(
    reviews.flatMap(({ report, decided }) => {
      const isDropped = decided.verdict === "rejected" && /^(misread|off-subject)$/.test(decided.because);
      return isDropped && report !== id ? [report] : [];
    }),
  );
  const recorded = await observationsKnown(store, { known: asOf });
  const known = recorded.map(({ observation }) => observation).filter((one) => !dropped.has(one.id));
  const sourceOf = sourceFinder(watch.sources);
  return storyTree(known, id, {
    interestOf: (observation) => {
      const source = sourceOf(observation.source.name);
      return (source && interestOf(source, observation, watch.actors)?.because) ?? null;
    },
    speakerOf: speakerFinder(watch.sources),
  });
}
