import { bendPromises } from "./bend-promises.ts";
import { BIT } from "./classes.ts";
import { asideOf, clauseEnd } from "./clause-bounds.ts";
import type { Trigger } from "./trigger.ts";
import type { VerbReading } from "./verb-reading.ts";
import { isPresent } from "./sentence.ts";
import type { Grammar, ReadSentence } from "./event-language.ts";
import type { Match } from "./lexicon.ts";
import type { Rule } from "./rules.ts";
import { JOINED } from "./token.ts";

/** Every place where a rule matches, in the order of the sentence: the most specific rule of each place. */
export function findTriggers(sentence: ReadSentence): Trigger[] {
  const { lexical, tokens, mentionAt, mentions } = sentence;
  const triggers: Trigger[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const words = lexical[at];
    if (!words) continue;
    const inside = mentionAt[at]! >= 0 ? mentions[mentionAt[at]!]! : null;
    if (inside && !inside.isPronoun) continue;
    const trigger = bestAt(sentence, at, words);
    if (trigger) triggers.push(trigger);
  }
  return bendPromises(triggers);
}

function bestAt(sentence: ReadSentence, at: number, words: readonly Match[]): Trigger | null {
  const { language } = sentence;
  const { byClass, needs, needsFrom } = language.rules;
  let best: Trigger | null = null;
  let general: Trigger | undefined;
  let read: WordReading | null = null;
  for (const word of words) {
    const rules = byClass[word.class];
    if (!rules) continue;
    const isVerb = word.class < language.bases.noun;
    let elements = 0;
    let next = needsFrom[word.class]!;
    for (let one = 0; one < rules.length; one++) {
      const need = next;
      next += needs[need]! + 1;
      if (needs[need + 1]! < elements) break;
      if (!canMatch(sentence, needs, need + 2, next)) continue;
      const rule = rules[one]!;
      if (read === null || read.isVerb !== isVerb || read.to !== word.to || read.form !== word.form) {
        read = readWord(sentence, at, word, isVerb);
      }
      if (!read.isRead) break;
      const { verb } = read;
      const ends = verb?.passive
        ? (matchBefore(sentence, rule, at, word.to) ?? matchFrom(sentence, rule, word.to))
        : (matchFrom(sentence, rule, word.to) ?? matchLeading(sentence, rule, at, word.to, verb));
      if (!ends) continue;
      const found: Trigger = { rule, from: at, head: word.to, to: ends.to, noun: ends.noun, verb };
      if (!best || isBetter(found, best, language.grammar)) best = found;
      if (rule.needsCountries) continue;
      if (!general || isBetter(found, general, language.grammar)) general = found;
      elements = needs[need + 1]!;
    }
  }
  return best?.rule.needsCountries ? { ...best, instead: general } : best;
}

/** How a word stands in its sentence; the same for all classes it belongs to. */
interface WordReading {
  readonly isVerb: boolean;
  readonly to: number;
  readonly form: number;
  readonly verb: VerbReading | null;
  /** Whether it can be what its class says. */
  readonly isRead: boolean;
}

function readWord(sentence: ReadSentence, at: number, { to, form }: Match, isVerb: boolean): WordReading {
  const { grammar } = sentence.language;
  const verb = isVerb ? grammar.readVerb(sentence, at, to, form) : null;
  const isRead = isVerb
    ? verb !== null || grammar.readsAsDeed?.(sentence, at, to, form) === true
    : grammar.readsAsNoun(sentence, at, to);
  return { isVerb, to, form, verb, isRead };
}

/** Whether every element that a rule needs (from one place in `needs` to another) has a word in the sentence. */
function canMatch(sentence: ReadSentence, needs: Int32Array, from: number, to: number): boolean {
  for (let element = from; element < to; element += needs[element]! + 1) {
    const end = element + needs[element]! + 1;
    let one = element + 1;
    while (one < end && !isPresent(sentence, needs[one]!)) one += 1;
    if (one === end) return false;
  }
  return true;
}

/** Of two verbs the one with its particle ("call for"), then longer first words and more elements, then objects that follow, then the closer match (of two nouns in a row the head, which is the second in "satellite deal"), then the earlier rule. */
function isBetter(one: Trigger, other: Trigger, { headsPrecede }: Grammar): boolean {
  const reach = one.to - other.to;
  const closer =
    !headsPrecede && Math.abs(reach) === 1 && endsInNoun(one) && endsInNoun(other) ? reach : -reach;
  const areActive = one.verb?.passive === false && other.verb?.passive === false;
  const order = areActive ? Number(one.noun < 0) - Number(other.noun < 0) : 0;
  const particles = one.verb && other.verb ? one.head - other.head : 0;
  const difference =
    particles || weight(one) - weight(other) || order || closer || other.rule.order - one.rule.order;
  return difference > 0;
}

const endsInNoun = ({ rule }: Trigger) => rule.pattern.endsWith("}");

const weight = ({ rule, from, head }: Trigger) =>
  (head - from) * 2 + rule.bounds.length * 3 + (rule.isNominal ? 0 : 1);

/** Where the rule's last element ends when its first ended at `at`; null where it does not match. */
function matchFrom(sentence: ReadSentence, rule: Rule, at: number): { to: number; noun: number } | null {
  const { bounds, gaps } = rule;
  let to = at;
  for (let element = 1; element < bounds.length - 1; element++) {
    to = elementAfter(sentence, rule, element, to, gaps[element]!);
    if (to < 0) return null;
  }
  return { to, noun: -1 };
}

/** A passive verb has its object before it: "sanctions were imposed". */
function matchBefore(
  sentence: ReadSentence,
  rule: Rule,
  at: number,
  head: number,
): { to: number; noun: number } | null {
  const { bounds, classes, gaps } = rule;
  if (bounds.length === 2) return { to: head, noun: -1 };
  if (bounds.length > 3 || gaps[1] === 0) return null;
  for (let left = at - 1; left >= Math.max(0, at - 12); left--) {
    if (sentence.language.grammar.closesClause(sentence, left)) return null;
    for (let one = bounds[1]!; one < bounds[2]!; one++) {
      if (classes[one]! >= sentence.language.bases.noun && endOf(sentence, left, classes[one]!) >= 0) {
        return { to: head, noun: left };
      }
    }
  }
  return null;
}

/** Where objects may lead, an active verb has its own before it too: "помощь Киеву выделила Норвегия". */
function matchLeading(
  sentence: ReadSentence,
  rule: Rule,
  at: number,
  head: number,
  verb: VerbReading | null,
): { to: number; noun: number } | null {
  const { leads } = sentence.language.grammar;
  const ends = leads && verb && rule.bounds.length === 3 ? matchBefore(sentence, rule, at, head) : null;
  return ends && leads!(sentence, ends.noun) ? ends : null;
}

/** Another verb or its subject begins here: no pattern reaches over it. */
const BARRIER = BIT.future | BIT.would | BIT.must | BIT.it | BIT.that;

/** A name in the gap counts as one word, so that "held, with X, talks" and "gave X aid" match. */
function elementAfter(
  sentence: ReadSentence,
  rule: Rule,
  element: number,
  from: number,
  gap: number,
): number {
  const { tokens } = sentence;
  const { classes, bounds } = rule;
  const own = asideOf(sentence, from - 1);
  let left = gap;
  for (let at = from; at < tokens.count; at++) {
    if (asideOf(sentence, at) !== own) {
      if (own > 0) return -1;
      continue;
    }
    const bits = sentence.grammar[at]!;
    const end = bits === 0 && sentence.lexical[at] === undefined ? 0 : bounds[element + 1]!;
    for (let one = bounds[element]!; one < end; one++) {
      const to = endOf(sentence, at, classes[one]!);
      if (to >= 0) return to;
    }
    if (sentence.language.grammar.closesClause(sentence, at) || (bits & BARRIER && !(bits & BIT.time)))
      return -1;
    if (tokens.lower[at] === ",") left -= 2;
    const isName = sentence.mentionAt[at]! >= 0 && sentence.mentionAt[at] === sentence.mentionAt[at - 1];
    const isPart = isName || (tokens.flags[at]! & JOINED) > 0;
    if (!isPart && --left < 0) return -1;
  }
  return -1;
}

function endOf(sentence: ReadSentence, at: number, id: number): number {
  const { bases } = sentence.language;
  const bits = sentence.grammar[at]!;
  if (id < bases.verb) return bits & (1 << id) && !(bits & BIT.time) ? at + 1 : -1;
  const words = sentence.lexical[at];
  if (!words || (id >= bases.word && bits & BIT.time)) return -1;
  for (const word of words) if (word.class === id) return word.to;
  return -1;
}

/** Up to where a trigger covers others: its own words, or the clause that belongs to it. */
export const coverOf = (sentence: ReadSentence, { rule, to }: Trigger): number =>
  rule.takesClause ? clauseEnd(sentence, to) : to;
