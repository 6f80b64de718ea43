import { codeOfParty, codesOn } from "./party-code.ts";
import type { AgentCode, DatedCode, PetrarchDictionary } from "./petrarch-dictionary.ts";
import type { PetrarchWord } from "./petrarch-words.ts";
import { phraseAt } from "./phrase-table.ts";

/** Somebody named in a sentence, words `from` to `to` (exclusive); several codes where a name stands for several. */
export interface PetrarchParty {
  readonly from: number;
  readonly to: number;
  readonly codes: readonly string[];
  /** Parties joined by "and" or commas have the same number. */
  readonly group: number;
}

/** A party while it grows. */
interface Unit {
  from: number;
  to: number;
  actor: readonly DatedCode[] | null;
  agents: AgentCode[];
  /** "lawmakers in Fornost": the agents stand before the actor, and count for the actors joined with it. */
  isOfForm: boolean;
  group: number;
}

const DETERMINERS = /^(?:THE|A|AN|ITS|THEIR|HIS|HER|SOME|ALL|BOTH|OTHER)$/;
const LINKS = /^(?:AND|OR|NOR|,)$/;
/** Words that end a party: prepositions, auxiliaries, links, marks. */
const CLOSED =
  /^(?:OF|IN|ON|AT|BY|TO|FROM|WITH|FOR|AGAINST|ABOUT|OVER|NEAR|INTO|BETWEEN|AFTER|UNTIL|AND|OR|NOR|BUT|THAT|WHICH|WHO|WHOSE|WHEN|WHILE|IS|ARE|WAS|WERE|BE|BEEN|HAS|HAVE|HAD|WILL|WOULD|CAN|COULD|MAY|SHOULD|MUST|DO|DID|NOT|N'T|,|;|:|\(|\)|")$/;
const FILLERS = 3;

/** Finds who is named: actors and agents with the words between them, joined by "and" and commas into groups. */
export function findParties(
  dictionary: PetrarchDictionary,
  words: readonly PetrarchWord[],
  day: string | null,
): PetrarchParty[] {
  const units: Unit[] = [];
  for (let at = 0; at < words.length;) {
    const unit = unitAt(dictionary, words, at, day);
    if (unit) {
      const previous = units.at(-1);
      const isJoined = previous !== undefined && areJoined(words, previous.to, unit.from);
      unit.group = isJoined ? previous.group : units.length;
      units.push(unit);
    }
    at = unit ? unit.to : at + 1;
  }
  return units
    .flatMap((unit) => shared(unit, units))
    .map((unit) => ({ ...unit, codes: codeOfParty(unit.actor, unit.agents, day) }))
    .filter(({ codes }) => codes.length > 0);
}

/** Reads the party that begins at a word, null where none does. */
function unitAt(
  dictionary: PetrarchDictionary,
  words: readonly PetrarchWord[],
  at: number,
  day: string | null,
): Unit | null {
  const unit: Unit = { from: at, to: at, actor: null, agents: [], isOfForm: false, group: 0 };
  if (!take(dictionary, words, unit, at, day)) return null;
  for (;;) {
    const next = nextPart(dictionary, words, unit);
    if (next < 0 || !take(dictionary, words, unit, next, day)) break;
  }
  if (unit.actor === null && unit.agents.length > 0) takeOf(dictionary, words, unit, day);
  return unit;
}

/** Takes the actor or agent that begins at a word; an actor behind an actor adds nothing. */
function take(
  { actors, agents }: PetrarchDictionary,
  words: readonly PetrarchWord[],
  unit: Unit,
  at: number,
  day: string | null,
): boolean {
  const actor = phraseAt(actors, words, at);
  const agent = phraseAt(agents, words, at);
  if (actor && (!agent || actor.words.length >= agent.words.length)) {
    if (codesOn(actor.value, day).length > 0) unit.actor ??= actor.value;
    unit.to = at + actor.words.length;
    return unit.actor !== null || unit.agents.length > 0;
  }
  if (!agent) return false;
  unit.agents.push(agent.value);
  unit.to = at + agent.words.length;
  return true;
}

/** Where the next part of a party begins: over `'S` and a few plain words, -1 where none does. */
function nextPart(
  { actors, agents, verbs }: PetrarchDictionary,
  words: readonly PetrarchWord[],
  unit: Unit,
): number {
  let at = unit.to;
  const isOwner = words[at]?.word === "'S";
  if (isOwner) at += 1;
  for (let passed = 0; passed <= FILLERS && at < words.length; passed++, at++) {
    const { word } = words[at]!;
    if (phraseAt(agents, words, at)) return at;
    if (phraseAt(actors, words, at)) return isOwner || passed === 0 || unit.agents.length > 0 ? at : -1;
    const joinsAdjectives = word === "AND" && isOwner && passed > 0;
    if ((CLOSED.test(word) && !joinsAdjectives) || DETERMINERS.test(word)) return -1;
    if (!isOwner && phraseAt(verbs, words, at)) return -1;
  }
  return -1;
}

/** "soldiers from Gondor", "government of Gondor": the actor behind the agents. */
function takeOf(
  dictionary: PetrarchDictionary,
  words: readonly PetrarchWord[],
  unit: Unit,
  day: string | null,
): void {
  if (!/^(?:OF|IN|FROM)$/.test(words[unit.to]?.word ?? "")) return;
  for (const at of [unit.to + 1, unit.to + 2]) {
    const actor = phraseAt(dictionary.actors, words, at);
    if (actor && codesOn(actor.value, day).length > 0) {
      unit.actor = actor.value;
      unit.to = at + actor.words.length;
      unit.isOfForm = true;
      return;
    }
    if (!DETERMINERS.test(words[at]?.word ?? "")) return;
  }
}

/** Whether only links, determiners and a few plain words lie between two parties, and at least one link. */
function areJoined(words: readonly PetrarchWord[], from: number, to: number): boolean {
  const between = words.slice(from, to).map(({ word }) => word);
  const first = between.findIndex((word) => !/^[()]$/.test(word));
  if (!LINKS.test(between[first] ?? "")) return false;
  return (
    between.length - first <= FILLERS + 2 &&
    between.slice(first + 1).every((word) => LINKS.test(word) || DETERMINERS.test(word) || !CLOSED.test(word))
  );
}

/** A party with what it shares with those it is joined with: "ambassadors of Arnor and Gondor", "lawmakers and officials in Fornost", "Danish media and government". */
function shared(unit: Unit, units: readonly Unit[]): Unit[] {
  const group = units.filter((other) => other.group === unit.group);
  const lead = group.findLast((other) => other.isOfForm && other.from < unit.from);
  if (lead && unit.actor && unit.agents.length === 0) {
    const leaders = group.filter((other) => other.agents.length > 0 && other.from <= lead.from);
    return leaders.map(({ agents }) => ({ ...unit, agents }));
  }
  if (unit.actor !== null) return [unit];
  const owner = group.findLast((other) => other.actor && !other.isOfForm && other.from < unit.from);
  if (owner) return [{ ...unit, actor: owner.actor }];
  const places = group.filter(
    (other) => other.from > unit.from && other.actor && (other.isOfForm || other.agents.length === 0),
  );
  return places.some(({ isOfForm }) => isOfForm) ? places.map(({ actor }) => ({ ...unit, actor })) : [unit];
}
