import type { Sentence } from "../event-language.ts";
import type { GrowingMention } from "../growing-mention.ts";

/** A mention while it takes in the words that belong to it. */
export interface Growing extends GrowingMention {
  form: number;
  isAdjective: boolean;
  hasHead: boolean;
}

/** Endings of adjectives and full participles in every case. */
export const ADJECTIVE =
  /(?:[ыи]й|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ых|их|ыми|ими|ую|юю|ей|ихся|щаяся|шуюся)$/;

/** Whether a word of the dictionary stands at a token that is a verb. */
export const isVerb = ({ lexical, language: { bases } }: Sentence, at: number) =>
  lexical[at]?.some((match) => match.class >= bases.verb && match.class < bases.noun) ?? false;
