import type { Actor } from "#model/actor.ts";
import type { Brief, Section, Sentence } from "#model/brief.ts";
import type { Observation } from "#model/observation.ts";

/** What the cited observations of a sentence mention, and so what the sentence may name. */
export interface Support {
  readonly claims: readonly string[];
  /** Everything readable in the observations, one per line. */
  readonly text: string;
  readonly actors: ReadonlySet<string>;
  /** ISO days, months or years, as precise as they are known. */
  readonly dates: readonly string[];
  /** Days the brief has worked out itself; they may be named with their year only. */
  readonly workedOut: readonly string[];
}

/** The support a sentence has from its citations, and from the days the brief itself has worked out. */
export function supportOf(
  { cites }: Sentence,
  observations: ReadonlyMap<string, Observation>,
  actors: ReadonlyMap<string, Actor>,
  workedOut: readonly string[],
): Support {
  const cited = cites.flatMap((id) => observations.get(id) ?? []);
  return {
    claims: cited.map(({ claim }) => claim),
    text: cited.flatMap((observation) => mentionedIn(observation, actors)).join("\n"),
    actors: new Set(cited.flatMap((observation) => observation.actors.map(({ id }) => id))),
    dates: cited.flatMap(datesOf),
    workedOut,
  };
}

function mentionedIn(observation: Observation, actors: ReadonlyMap<string, Actor>): string[] {
  const { claim, place, attributes, attribution, source } = observation;
  const named = observation.actors.flatMap(({ id }) => namesOf(actors.get(id)));
  return [claim, place?.name ?? "", ...Object.values(attributes), attribution ?? "", source.name, ...named];
}

/** Every name and alias of an actor, in all languages. */
export function namesOf(actor: Actor | undefined): string[] {
  if (!actor) return [];
  const { names, aliases } = actor;
  return [names.en, names.ru ?? "", names.zh ?? "", ...aliases.en, ...aliases.ru, ...aliases.zh].filter(
    (name) => name !== "",
  );
}

const WRITTEN_LENGTH = { year: 4, month: 7, day: 10 } as const;

function datesOf({ validFrom, validTo, precision, knownAt }: Observation): string[] {
  const length = WRITTEN_LENGTH[precision];
  return [validFrom.slice(0, length), validTo.slice(0, length), knownAt];
}

/** The days a section has from the brief itself: its own, its predecessor's, and those worked out for it or drawn for no observation. */
export function daysWorkedOut(
  { asOf, since }: Brief,
  { own, figures }: Pick<Section, "own" | "figures">,
  observations: ReadonlyMap<string, Observation>,
): string[] {
  const marks = figures.flatMap((figure) => (figure.type === "timeline" ? figure.marks : []));
  const computed = marks.filter(({ id }) => !observations.has(id)).map(({ on }) => on);
  return [asOf, ...(since === null ? [] : [since]), ...(own?.days ?? []), ...computed];
}

/** The watch's own names for its scenarios, indicators and streams: labels of figures, not statements of fact. */
export function ownVocabulary(brief: Brief, observations: ReadonlyMap<string, Observation>): string[] {
  const labels = brief.sections.flatMap(({ figures }) =>
    figures.flatMap((figure) => {
      if (figure.type === "heat") return figure.rows.map(({ label }) => label);
      return figure.type === "timeline"
        ? figure.marks.filter(({ id }) => !observations.has(id)).map(({ lane }) => lane)
        : [];
    }),
  );
  return longestFirst(labels);
}

/** So that no name is read as a part of another. */
export function longestFirst(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((a, b) => b.length - a.length);
}
