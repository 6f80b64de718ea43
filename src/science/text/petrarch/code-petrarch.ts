import { findParties, type PetrarchParty } from "./find-parties.ts";
import { findVerbs, type FoundVerb } from "./find-verbs.ts";
import { matchPattern, type PatternRoles } from "./match-pattern.ts";
import type { EventCode, PetrarchDictionary } from "./petrarch-dictionary.ts";
import { petrarchWords, type PetrarchWord } from "./petrarch-words.ts";
import { phraseAt } from "./phrase-table.ts";

/** Who did what to whom in the codes of the dictionaries. */
export interface PetrarchEvent {
  readonly source: string;
  readonly target: string;
  readonly code: string;
  /** The verb's words in the text, UTF-16 offsets, and the pattern that fitted, where one did. */
  readonly trigger: readonly [number, number];
  readonly pattern: string | null;
}

/** Events, or why there is none. */
export interface PetrarchCoded {
  readonly events: readonly PetrarchEvent[];
  readonly reason: "discarded" | "no-actor" | "one-actor" | "no-event-word" | "no-target" | null;
}

/** Codes a sentence published on a day (YYYYMMDD, null where it is unknown) with PETRARCH's dictionaries and no parser: roles by order, "by" and patterns. */
export function codePetrarch(
  dictionary: PetrarchDictionary,
  text: string,
  day: string | null,
): PetrarchCoded {
  const words = petrarchWords(text);
  if (words.some((_, at) => phraseAt(dictionary.discards, words, at)))
    return { events: [], reason: "discarded" };
  const parties = findParties(dictionary, words, day);
  if (parties.length === 0) return { events: [], reason: "no-actor" };
  const verbs = findVerbs(dictionary, words, parties);
  if (verbs.length === 0) return { events: [], reason: "no-event-word" };
  const events: PetrarchEvent[] = [];
  let previous: { verb: FoundVerb; sources: readonly PetrarchParty[] } | null = null;
  for (const verb of verbs) {
    const fit = bestCode(verb, words, parties);
    const sources = subjectOf(verb, words, parties, previous);
    if (sources.length > 0) previous = { verb, sources };
    if (fit.code === null) continue;
    for (const event of eventsOf(verb, fit, sources, words, parties)) {
      const isTold = events.some(
        (other) =>
          other.source === event.source && other.target === event.target && other.code === event.code,
      );
      if (!isTold) events.push(event);
    }
  }
  if (events.length > 0) return { events, reason: null };
  return { events, reason: parties.length === 1 ? "one-actor" : "no-target" };
}

interface Fit {
  readonly code: EventCode | null;
  readonly pattern: string | null;
  readonly roles: PatternRoles;
}

const NOBODY: PatternRoles = { source: -1, target: -1, several: -1 };

/** The code of the first pattern that fits, or the verb's own. */
function bestCode(found: FoundVerb, words: readonly PetrarchWord[], parties: readonly PetrarchParty[]): Fit {
  for (const pattern of found.verb.patterns) {
    const roles = matchPattern(pattern, found, words, parties);
    if (roles) return { code: pattern.code, pattern: pattern.text, roles };
  }
  return { code: found.verb.code, pattern: null, roles: NOBODY };
}

const PREPOSITION = /^(?:OF|IN|ON|AT|BY|TO|FROM|WITH|FOR|AGAINST|ABOUT|OVER|NEAR|INTO|BETWEEN)$/;
const OPENS = /^(?:THAT|AFTER|UNTIL|BECAUSE|WHEN|WHILE|IF|;|:)$/;

/** The first group of the verb's clause that no preposition stands before; the one before it shares its subject over "and". */
function subjectOf(
  { start, from }: FoundVerb,
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
  previous: { readonly verb: FoundVerb; readonly sources: readonly PetrarchParty[] } | null,
): readonly PetrarchParty[] {
  if (previous && words[start - 1]?.word === "AND") return previous.sources;
  let floor = start - 1;
  while (floor >= 0 && !OPENS.test(words[floor]!.word)) floor -= 1;
  const own = parties.filter((party) => party.from > floor && party.to <= from);
  const subject = own.find((party) => !PREPOSITION.test(wordBefore(words, party.from))) ?? null;
  if (subject) return parties.filter(({ group }) => group === subject.group);
  return previous && floor < previous.verb.from ? previous.sources : [];
}

function wordBefore(words: readonly PetrarchWord[], at: number): string {
  const word = words[at - 1]?.word ?? "";
  return /^(?:THE|A|AN|ITS|THEIR|HIS)$/.test(word) ? wordBefore(words, at - 1) : word;
}

/** The first group behind the verb that is not the subject's, up to a comma that no list needs. */
function objectOf(
  { to }: FoundVerb,
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
  sources: readonly PetrarchParty[],
): readonly PetrarchParty[] {
  const object = parties.find((party) => party.from >= to && party.group !== sources[0]?.group);
  if (!object || words.slice(to, object.from).some(({ word }) => word === "," || word === ";")) return [];
  return parties.filter(({ group }) => group === object.group);
}

function eventsOf(
  found: FoundVerb,
  { code, pattern, roles }: Fit,
  subject: readonly PetrarchParty[],
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
): PetrarchEvent[] {
  const groupOf = (group: number) => parties.filter((party) => party.group === group);
  const { sources, targets } = rolesOf(found, subject, words, parties);
  const several = groupOf(roles.several);
  const isMutual = targets.length === 0 && code!.reverse === code!.code;
  const areDoers = several.length > 0 && (sources.length === 0 || several[0]!.from < found.from);
  const doers = roles.source >= 0 ? groupOf(roles.source) : areDoers ? several : sources;
  const others =
    roles.target >= 0 ? groupOf(roles.target) : several.length > 0 ? several : isMutual ? sources : targets;
  const trigger = [words[found.from]!.from, words[found.to - 1]!.to] as const;
  return pairsOf(doers, others).flatMap(([source, target]) => [
    { source, target, code: code!.code, trigger, pattern },
    ...(code!.reverse === null
      ? []
      : [{ source: target, target: source, code: code!.reverse, trigger, pattern }]),
  ]);
}

/** A passive verb turns the sides where "by" says who did it. */
function rolesOf(
  found: FoundVerb,
  subject: readonly PetrarchParty[],
  words: readonly PetrarchWord[],
  parties: readonly PetrarchParty[],
): { sources: readonly PetrarchParty[]; targets: readonly PetrarchParty[] } {
  const doer = found.isPassive
    ? parties.find(({ from }) => from >= found.to && wordBefore(words, from) === "BY")
    : undefined;
  if (doer) return { sources: parties.filter(({ group }) => group === doer.group), targets: subject };
  return { sources: subject, targets: objectOf(found, words, parties, subject) };
}

const pairsOf = (sources: readonly PetrarchParty[], targets: readonly PetrarchParty[]) =>
  sources
    .flatMap(({ codes }) => codes)
    .flatMap((source) => targets.flatMap(({ codes }) => codes).map((target) => [source, target] as const))
    .filter(([source, target]) => source !== target);
