import type { Bases, EventLanguage, ReadSentence, Sentence } from "./event-language.ts";
import { findPhrases, type Match } from "./lexicon.ts";
import { CAPITAL, MARK, NUMBER, type Tokens } from "./token.ts";
import { BIT } from "./classes.ts";
import { isFramed } from "./framed-places.ts";

/** Runs the automaton over one sentence. */
export function readSentence(language: EventLanguage, text: string): ReadSentence {
  const tokens = language.grammar.scan(text);
  const { bases } = language;
  const grammar = new Array<number>(tokens.count).fill(0);
  const present = new Array<number>((bases.actor >> 5) + 1).fill(0);
  const lexical = new Array<Match[] | undefined>(tokens.count).fill(undefined);
  const named = new Array<Match[] | undefined>(tokens.count).fill(undefined);
  const contexts: number[] = [];
  const framed: Match[] = [];
  const found = findPhrases(language.lexicon, tokens);
  for (const match of language.grammar.choose?.(found) ?? found) {
    const { class: id, from, to } = match;
    if (id < bases.actor) present[id >> 5]! |= 1 << id;
    if (id < bases.verb) for (let at = from; at < to; at++) grammar[at]! |= 1 << id;
    else if (id >= bases.actor && match.form < 0) framed.push(match);
    else if (id >= bases.actor || (id >= bases.agent && id < bases.word)) (named[from] ??= []).push(match);
    else if (id >= bases.context) contexts.push(id);
    else if (!isWithinLonger(lexical[from], match, bases)) (lexical[from] ??= []).push(match);
  }
  if (language.parted.size > 0) addParted(language, tokens, grammar, lexical);
  for (const city of framed)
    if (isFramed({ language, tokens, grammar, named }, city)) (named[city.from] ??= []).push(city);
  const plain: Sentence = { language, tokens, grammar, lexical, named, contexts, present, asideAt: null };
  const asideAt = language.grammar.findAsides?.(plain) ?? null;
  const sentence = asideAt ? { ...plain, asideAt } : plain;
  const mentions = language.grammar.findMentions(sentence);
  const mentionAt = new Array<number>(tokens.count).fill(-1);
  for (let index = 0; index < mentions.length; index++) {
    const { from, to } = mentions[index]!;
    for (let at = from; at < to; at++) mentionAt[at] = index;
  }
  return { language, tokens, grammar, lexical, named, contexts, present, asideAt, mentions, mentionAt };
}

/** Words of an object between a verb and its particle at most. */
const OBJECT = 5;

/** "handed a suspect over to": adds verbs that are parted around their object, looked for leftwards from each particle. */
function addParted(
  { parted }: EventLanguage,
  { count, lower, flags }: Tokens,
  grammar: readonly number[],
  lexical: (Match[] | undefined)[],
): void {
  for (let at = 2; at < count; at++) {
    const heads = lower[at]!.length <= LONGEST_PARTICLE ? parted.get(lower[at]!) : undefined;
    if (!heads || opensPhrase(grammar, flags, at + 1)) continue;
    for (let from = at - 1; from >= Math.max(0, at - 1 - OBJECT); from--) {
      const verbs = from < at - 1 ? heads.get(lower[from]!) : undefined;
      for (const { class: id, form } of verbs ?? [])
        (lexical[from] ??= []).push({ from, to: from + 1, class: id, form });
      const isMark = flags[from]! & MARK && lower[from] !== "'s";
      if (verbs || isMark || grammar[from]! & ~(BIT.the | BIT.whose | BIT.of | BIT.it)) break;
    }
  }
}

const LONGEST_PARTICLE = 4;

/** "over the Baltic", "off Norway": the word is a preposition there. */
const opensPhrase = (grammar: readonly number[], flags: readonly number[], at: number): boolean =>
  ((grammar[at] ?? 0) & (BIT.the | BIT.whose)) > 0 || ((flags[at] ?? 0) & (CAPITAL | NUMBER)) > 0;

/** "war games" are no war: of verbs, and of nouns, that begin together only the longest count. */
function isWithinLonger(longer: readonly Match[] | undefined, match: Match, { noun, agent }: Bases): boolean {
  if (!longer) return false;
  const kind = kindOf(match.class, noun, agent);
  if (kind !== 1) return false;
  for (const other of longer) {
    if (other.to > match.to && kindOf(other.class, noun, agent) === kind) return true;
  }
  return false;
}

/** 0 a verb, 1 a noun, 2 a word of a pattern. */
const kindOf = (id: number, noun: number, agent: number) => (id < noun ? 0 : id < agent ? 1 : 2);
