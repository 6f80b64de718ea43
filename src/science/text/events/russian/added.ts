import type { ReadSentence } from "../event-language.ts";
import { before } from "../sentence.ts";
import type { Trigger } from "../trigger.ts";
import { GERUND } from "./conjugate.ts";

/** "разорвал отношения, обвинив их в …": what a gerund behind a comma tells is an event of its own. */
export const addsEventRussian = (sentence: ReadSentence, { from, rule }: Trigger): boolean =>
  rule.root !== null &&
  sentence.tokens.lower[before(sentence, from)] === "," &&
  sentence.lexical[from]!.some(({ form }) => (form & GERUND) > 0);

const PRONOUN = /^н?(?:его|её|ее|их|ему|ей|им|ими|ней|них)$/;

/** Whether a pronoun right behind a verb stands for whom the verb before was about. */
export const isOfOther = ({ tokens: { lower } }: ReadSentence, head: number): boolean =>
  PRONOUN.test(lower[head] ?? "") || PRONOUN.test(lower[head + 1] ?? "");
