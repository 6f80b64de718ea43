import type { Observation } from "#model/observation.ts";
import type { PublishedSet } from "./published-set.ts";

/** What all observations told from element sets say alike: their stream, grade, source and evidence. */
export function fromElements(
  evidence: readonly PublishedSet[],
  told: { readonly method: string; readonly version: string },
  marking: Observation["marking"],
) {
  const ids = evidence.map(({ elements }) => `${elements.id}@${new Date(elements.epochMs).toISOString()}`);
  return {
    stream: "orbits",
    grade: { reliability: "B", credibility: 2 },
    confidence: "high",
    verified: "computed",
    source: { name: "public element sets", url: "", urlKind: "landing" },
    marking,
    links: [],
    evidence: { capture: evidence[0]!.capture, locator: { type: "elements", ids }, ...told },
  } satisfies Partial<Observation>;
}
