import type { Observation } from "#model/observation.ts";
import { storiesOf, type StoryOf } from "#model/story.ts";
import type { SourceClaim } from "./source-ledger.ts";

/**
 * What the record says became of each source's claims: one is confirmed on the day another source tells the same
 * story without sharing its text, origin or voice, and refuted on the day another contradicts it with a better number. A
 * correction of one's own is neither.
 */
export function claimsOfRecord(observations: readonly Observation[]): SourceClaim[] {
  const byId = new Map(observations.map((observation) => [observation.id, observation]));
  const storyOf = storiesOf(observations);
  const originOf = storiesOf(observations.map(withoutStories));
  const told = Map.groupBy(observations, ({ id }) => storyOf(id));
  const voices = voicesBy(observations, originOf);
  const against = contradictions(observations, byId);
  return observations.map((observation) => {
    const { id, knownAt, source, grade } = observation;
    const own = voices.get(originOf(id))!;
    const refuted = earliest(
      (against.get(id) ?? []).filter((other) => other.grade.credibility < grade.credibility),
    );
    const confirmed = earliest(
      told.get(storyOf(id))!.filter((other) => !haveCommon(voices.get(originOf(other.id))!, own)),
    );
    const claim = { source: source.name, id, madeOn: knownAt };
    const [was, by] =
      refuted === undefined ? (["confirmed", confirmed] as const) : (["refuted", refuted] as const);
    if (by === undefined) return claim;
    return { ...claim, outcome: { was, by: by.id, knownOn: by.knownAt > knownAt ? by.knownAt : knownAt } };
  });
}

/** For each origin the sources that passed it on. */
function voicesBy(
  observations: readonly Observation[],
  originOf: StoryOf,
): ReadonlyMap<string, ReadonlySet<string>> {
  const passedOn = Map.groupBy(observations, ({ id }) => originOf(id));
  return new Map(
    [...passedOn].map(([origin, all]) => [origin, new Set(all.map(({ source }) => source.name))]),
  );
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => b.has(name));
}

function withoutStories(observation: Observation): Observation {
  return { ...observation, links: observation.links.filter(({ relation }) => relation !== "same-story") };
}

/** For each observation those of other sources that contradict it, whichever of the two says so. */
function contradictions(
  observations: readonly Observation[],
  byId: ReadonlyMap<string, Observation>,
): ReadonlyMap<string, readonly Observation[]> {
  const pairs = observations.flatMap((one) =>
    one.links
      .filter(({ relation }) => relation === "contradicts")
      .flatMap(({ to }) => {
        const other = byId.get(to);
        return other === undefined || other.source.name === one.source.name ? [] : [[one, other] as const];
      }),
  );
  const both = pairs.flatMap(([a, b]) => [
    { id: a.id, by: b },
    { id: b.id, by: a },
  ]);
  const grouped = Map.groupBy(both, ({ id }) => id);
  return new Map([...grouped].map(([id, rows]) => [id, rows.map(({ by }) => by)]));
}

function earliest(observations: readonly Observation[]): Observation | undefined {
  return observations.reduce<Observation | undefined>(
    (first, one) => (first === undefined || one.knownAt < first.knownAt ? one : first),
    undefined,
  );
}
