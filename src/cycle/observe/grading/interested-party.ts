import type { Actor } from "#model/actor.ts";
import type { Observation } from "#model/observation.ts";
import type { Source } from "#model/source.ts";

/** Why a source has a stake in what it tells, or null; it stands beside the grade and moves neither part of it. */
export interface Interest {
  readonly country: string;
  readonly because: string;
}

/** Kinds of sources that speak for a state, whether or not it owns a newsroom. */
const VOICES_OF_A_STATE = new Set(["agency", "official"]);

/**
 * Whether a source speaks of its own state's affairs: state media, agencies and official voices, where that state is
 * an actor of the observation, or of the topic by what `partiesOf` says (ILRS: China and Russia).
 */
export function interestOf(
  source: Pick<Source, "country" | "kind" | "stateControlled">,
  observation: Pick<Observation, "actors" | "attributes">,
  actors: readonly Actor[],
  partiesOf: (topic: string) => readonly string[] = () => [],
): Interest | null {
  const { country } = source;
  if (country === "" || !(source.stateControlled || VOICES_OF_A_STATE.has(source.kind))) return null;
  const voice = source.stateControlled ? "controlled by the state" : "a voice of the state";
  const countryOf = new Map(actors.map((actor) => [actor.id, actor.country]));
  const own = observation.actors.find(({ id }) => (countryOf.get(id) ?? id) === country);
  if (own !== undefined) return { country, because: `${voice}, which is a party to this (${own.id})` };
  const topic = Object.values(observation.attributes).find((value) => partiesOf(value).includes(country));
  return topic === undefined ? null : { country, because: `${voice}, which is a party to ${topic}` };
}

/** What an official saying can prove. */
export interface SayingAsEvidence {
  /** Of the fact that it was said, and of the intent as declared. */
  readonly ofStatement: "primary" | "second hand";
  /** Of what was said being so. */
  readonly ofFact: "claim of an interested party" | "claim";
}

/**
 * A state's own voice on its own intent is primary evidence of the statement, and never more than a claim of the
 * fact.
 */
export function sayingAsEvidence(
  source: Pick<Source, "country" | "kind" | "stateControlled">,
  speakerCountry: string,
): SayingAsEvidence {
  const isOwn = source.country !== "" && source.country === speakerCountry;
  const speaks = source.stateControlled || VOICES_OF_A_STATE.has(source.kind);
  return {
    ofStatement: isOwn && VOICES_OF_A_STATE.has(source.kind) ? "primary" : "second hand",
    ofFact: isOwn && speaks ? "claim of an interested party" : "claim",
  };
}
