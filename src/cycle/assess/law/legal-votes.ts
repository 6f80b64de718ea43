import type { LegalVote } from "#model/law.ts";
import type { LawRules } from "#model/law-rules.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import type { Watch } from "#model/watch.ts";

/** Who is a state, and of which bloc. */
export type Blocs = ReadonlyMap<string, string>;

/** The states among the actors of a watch, with their blocs. */
export function statesOf({ actors }: Watch): Blocs {
  return new Map(actors.filter(({ kind }) => kind === "state").map(({ id, bloc }) => [id, bloc]));
}

/** What bodies decided, with the votes where the record holds them: unknown votes stay unknown. */
export function legalVotes(rules: LawRules, observations: readonly Observation[], blocs: Blocs): LegalVote[] {
  const { votes, fields, sides } = rules;
  if (votes === undefined) return [];
  return observations.filter(compileQuery(votes.where)).map((one) => {
    const named = one.actors.map(({ id }) => id).filter((id) => blocs.has(id));
    const read = (name: string | undefined) => one.attributes[name ?? ""] ?? "";
    const instrument = read(fields.instrument);
    const counts = countsIn(one, votes);
    return {
      ...{ observation: one.id, on: one.validFrom, claim: one.claim, named, counts },
      instrument: rules.names[instrument] ?? instrument,
      ...{ subject: read(fields.subject), body: read(fields.body), direction: read(fields.direction) },
      sides: sides.filter((side) => named.some((id) => blocs.get(id) === side)),
      told: read(votes.told),
      inFavour: counts && counts.yes / (counts.yes + counts.no + counts.abstain),
    };
  });
}

function countsIn({ measures }: Observation, votes: NonNullable<LawRules["votes"]>): LegalVote["counts"] {
  const [yes, no, abstain] = [measures[votes.yes], measures[votes.no], measures[votes.abstain]];
  if (yes === undefined || no === undefined || abstain === undefined || yes + no + abstain === 0) return null;
  return { yes, no, abstain };
}
