import type { Actor } from "#model/actor.ts";
import type { Brief, Section, Sentence } from "#model/brief.ts";
import type { Observation } from "#model/observation.ts";
import { quoted } from "../phrase.ts";
import { LIMITS } from "../sections/unknowns.ts";
import { agrees, takeDates, type DateNamed } from "./dates-named.ts";
import { actorFinder, mentions, properNouns, type ActorFinder } from "./names-in.ts";
import { daysWorkedOut, longestFirst, ownVocabulary, supportOf, type Support } from "./support.ts";

/** One thing wrong with one sentence of a brief, or with one mark in its figures. */
export interface BriefFault {
  readonly section: string;
  readonly text: string;
  readonly fault:
    | "uncited"
    | "no such observation"
    | "not known yet"
    | "altered quotation"
    | "names what nothing cited mentions"
    | "mixes likelihood with confidence";
  /** The citation, name, date or words at fault. */
  readonly what: string;
}

type Finding = Pick<BriefFault, "fault" | "what">;

interface Checker {
  readonly brief: Brief;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly findActors: ActorFinder;
  readonly vocabulary: readonly string[];
}

/**
 * Everything in a brief that its citations do not bear out; empty when all is well. A sentence without a
 * citation is accepted in the section on limits only, and may name no actor, place or proper noun even there.
 */
export function checkBrief(
  brief: Brief,
  observations: ReadonlyMap<string, Observation>,
  actors: readonly Actor[],
): BriefFault[] {
  const checker: Checker = {
    brief,
    observations,
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    findActors: actorFinder(actors),
    vocabulary: ownVocabulary(brief, observations),
  };
  return brief.sections.flatMap((section) => [
    ...section.sentences.flatMap((sentence) => {
      const place = { section: section.title, text: sentence.text };
      return findingsIn(checker, section, sentence).map((finding) => ({ ...place, ...finding }));
    }),
    ...laterMarks(checker, section),
  ]);
}

function findingsIn(checker: Checker, section: Section, sentence: Sentence): Finding[] {
  const { brief, observations, actors } = checker;
  const { title } = section;
  const figures = title === LIMITS ? brief.sections.flatMap((one) => one.figures) : section.figures;
  const days = daysWorkedOut(brief, { ...section, figures }, observations);
  const support = supportOf(sentence, observations, actors, days);
  const vocabulary = longestFirst([...checker.vocabulary, ...(section.own?.names ?? [])]);
  const own = withoutQuotations(sentence.text, support, vocabulary);
  return [
    ...(sentence.cites.length === 0 && title !== LIMITS ? [{ fault: "uncited" as const, what: title }] : []),
    ...sentence.cites.flatMap((id) => badCitation(checker, id)),
    ...own.altered.map((what) => ({ fault: "altered quotation" as const, what })),
    ...unsupportedNames(checker, support, own.rest).map((what) => ({
      fault: "names what nothing cited mentions" as const,
      what,
    })),
    ...mixture(own.rest),
  ];
}

function badCitation({ observations, brief }: Checker, id: string): Finding[] {
  const observation = observations.get(id);
  if (!observation) return [{ fault: "no such observation", what: id }];
  return observation.knownAt > brief.asOf ? [{ fault: "not known yet", what: id }] : [];
}

function laterMarks(checker: Checker, { title, figures }: Section): BriefFault[] {
  const marks = figures.flatMap((figure) => (figure.type === "timeline" ? figure.marks : []));
  return marks
    .filter(({ id }) => (checker.observations.get(id)?.knownAt ?? "") > checker.brief.asOf)
    .map(({ id, label }) => ({ section: title, text: label, fault: "not known yet", what: id }));
}

/** Quotations stand word for word in a cited claim, or are the watch's own names; both then need no further check. */
function withoutQuotations(text: string, { claims }: Support, vocabulary: readonly string[]) {
  const known = new Set([...claims, ...vocabulary].map(quoted));
  const altered: string[] = [];
  const unquoted = text.replaceAll(/“[^”]*”/gu, (quotation) => {
    if (!known.has(quotation)) altered.push(quotation);
    return " ";
  });
  const rest = vocabulary.reduce((left, phrase) => left.replaceAll(phrase, " "), unquoted);
  return { altered, rest };
}

function unsupportedNames({ findActors }: Checker, support: Support, text: string): string[] {
  const { dates, rest } = takeDates(text);
  const { found, rest: nameless } = findActors(rest);
  const strangers = found
    .filter(({ ids }) => !ids.some((id) => support.actors.has(id)))
    .map(({ name }) => name);
  return [
    ...dates.filter((date) => !isDated(support, date)).map((date) => date.text),
    ...[...strangers, ...properNouns(nameless)].filter((name) => !mentions(support, name)),
  ];
}

function isDated(support: Support, date: DateNamed): boolean {
  const worked = date.year !== null && support.workedOut.some((day) => agrees(date, day));
  return worked || support.dates.some((iso) => agrees(date, iso)) || mentions(support, date.text);
}

const LIKELIHOOD =
  /\b(?:almost no chance|(?:un)?likely|likelihood|roughly even|almost certain|probab\w+|improbable|chances?|odds)\b/iu;
const CONFIDENCE = /\b(?:confiden\w+|clarity|certainty)\b/iu;

function mixture(text: string): Finding[] {
  const [likely, sure] = [LIKELIHOOD.exec(text), CONFIDENCE.exec(text)];
  return likely && sure
    ? [{ fault: "mixes likelihood with confidence", what: `${likely[0]} … ${sure[0]}` }]
    : [];
}
