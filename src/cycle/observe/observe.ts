import type { Capture, Reject } from "#model/capture.ts";
import type { Observation } from "#model/observation.ts";

/** How a source's captures are read: what it says, and what nobody could read. */
export type Reader = (capture: Capture) => {
  readonly observations: readonly Observation[];
  readonly rejects: readonly Reject[];
};

/** What one capture said. */
export interface Observed {
  readonly origin: string;
  readonly capture: Capture;
  readonly observations: readonly Observation[];
  readonly rejects: readonly Reject[];
}

/**
 * Captures become observations. An id already given by an earlier capture is rejected with both places, so that
 * no file can silently overrule another.
 */
export function observe(
  captures: readonly { readonly origin: string; readonly capture: Capture; readonly read: Reader }[],
): Observed[] {
  const givenBy = new Map<string, string>();
  return captures.map(({ origin, capture, read }) => {
    const { observations, rejects } = read(capture);
    const taken = observations.filter(({ id }) => givenBy.has(id));
    const rejected = taken.map((observation) => takenId(observation, capture, givenBy.get(observation.id)!));
    const own = observations.filter(({ id }) => !givenBy.has(id));
    for (const { id } of own) givenBy.set(id, origin);
    return { origin, capture, observations: own, rejects: [...rejects, ...rejected] };
  });
}

function takenId({ id, claim, evidence }: Observation, capture: Capture, origin: string): Reject {
  const line = evidence.locator.type === "row" ? evidence.locator.line : 1;
  return {
    capture: capture.sha256,
    line,
    column: 1,
    wrong: `id "${id}" is already used in ${origin}`,
    right: "an id of its own",
    text: claim,
  };
}
