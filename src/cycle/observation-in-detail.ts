import type { Observation } from "#model/observation.ts";
import { captureOf, observationOf } from "#store/index.ts";
import type { Assessed } from "./assess/assess.ts";
import { evidenceText, type EvidenceText } from "./collect/evidence-text.ts";
import type { World } from "./cycle.ts";

export interface ObservationInDetail {
  readonly observation: Observation;
  readonly recordedAt: string;
  readonly evidence: EvidenceText & {
    readonly capture: string;
    readonly source: string;
    readonly url: string;
    readonly fetchedAt: string;
  };
  readonly related: readonly { readonly relation: string; readonly observation: Observation }[];
  /** The indicators that read it. */
  readonly indicators: readonly string[];
}

/** One observation as known on the day of the assessment, down to the text it rests on; null when it was not. */
export async function observationInDetail(
  { store }: World,
  { assessment, situation }: Assessed,
  id: string,
): Promise<ObservationInDetail | null> {
  const recorded = await observationOf(store, id, { known: assessment.asOf });
  if (recorded === null) return null;
  const { observation, recordedAt } = recorded;
  const { measured, offered } = situation;
  const reading = measured.filter(({ matched }) => matched.some((one) => one.id === id));
  return {
    observation,
    recordedAt,
    evidence: await evidenceOf(store, observation),
    related: relatedTo(observation, offered),
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

/** What it links to, and what links to it. */
function relatedTo(
  { id, links }: Observation,
  known: readonly Observation[],
): ObservationInDetail["related"] {
  const byId = new Map(known.map((observation) => [observation.id, observation]));
  const forth = links.flatMap(({ relation, to }) => {
    const observation = byId.get(to);
    return observation ? [{ relation: relation as string, observation }] : [];
  });
  const back = known.flatMap((observation) =>
    observation.links
      .filter(({ to }) => to === id)
      .map(({ relation }) => ({ relation: REVERSED[relation] ?? relation, observation })),
  );
  const told = new Set(forth.map(({ observation }) => observation.id));
  return [...forth, ...back.filter(({ observation }) => !told.has(observation.id))];
}

/** The other relations read the same from both ends. */
const REVERSED: Readonly<Record<string, string>> = { supersedes: "superseded-by" };
