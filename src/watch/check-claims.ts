import type { Claims } from "#model/claim.ts";
import type { InputIssue } from "#model/input-error.ts";
import type { Observation } from "#model/observation.ts";
import { nearest } from "#science/text/tables/index.ts";
import type { Located } from "./located.ts";

/** Claims that rest on rows that are not there, or were decided before a row they rest on became known. */
export function checkClaims(
  { value, place }: Located<Claims>,
  observations: readonly Observation[],
): InputIssue[] {
  const knownAt = new Map(observations.map((observation) => [observation.id, observation.knownAt]));
  return value.claims.flatMap(({ evidence, decidedOn }, i) =>
    evidence.flatMap((id, e): InputIssue[] => {
      const known = knownAt.get(id);
      if (known === undefined) {
        const typo = nearest(id, knownAt.keys(), 1);
        const right = `expected the id of a row of the record${typo === null ? "" : `, perhaps "${typo}"`}`;
        return [{ ...place(["claims", i, "evidence", e]), wrong: `no observation "${id}"`, right }];
      }
      if (decidedOn === undefined || decidedOn >= known) return [];
      const wrong = `decidedOn ${decidedOn}, when "${id}" was not known`;
      return [{ ...place(["claims", i, "decidedOn"]), wrong, right: `expected ${known} or later` }];
    }),
  );
}
