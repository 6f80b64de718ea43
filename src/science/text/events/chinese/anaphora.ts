import { BIT } from "../classes.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import type { Filled } from "../roles.ts";
import type { Trigger } from "../trigger.ts";
import { isCause } from "./cause.ts";
import { behindMark } from "./clause-mark.ts";

/** 其, 该国, 对方: whoever else was named before. */
const PRONOUN = /^(?:其(?![中他余次])|该[国方]|对方|他们|后者)/;
const OPENING = /^(?:其(?![中他余次])|该国|[他她它][^们])/;
/** 双方, 两国: those who did the last thing together. */
const BOTH = /^(?:双方|两国|两军|三方)/;

/** Characters between a verb and the pronoun that stands for its other side at most. */
const NEAR = 3;

/** Whom a pronoun in the clause of a trigger stands for, who did what 对此 answers, or whom the clause before it is about; nobody where it says neither. */
export function meantBefore(
  sentence: ReadSentence,
  trigger: Trigger,
  sources: readonly Mention[],
  previous: Filled | null,
): readonly Mention[] {
  const start = behindMark(sentence, trigger.from);
  const isOther = ({ country, from }: Mention) =>
    country !== null && !isCause(sentence, from) && sources.every((source) => source.country !== country);
  if (answers(sentence, start, trigger.from)) {
    const topic = topicOf(sentence, trigger);
    return (previous?.roles.sources ?? (topic ? [topic] : [])).filter(isOther);
  }
  const at = pronounIn(sentence, start + 1, trigger.head + NEAR);
  const meant =
    at >= 0
      ? sentence.mentions.findLast((one) => one.to <= at && isOther(one))
      : sentence.mentions.findLast((one) => one.to <= start && isMatter(one) && isOther(one));
  return meant ? [meant] : [];
}

/** 对此: what was told before is answered, and so who did it. */
const answers = ({ tokens: { lower } }: ReadSentence, from: number, to: number): boolean =>
  lower.some((word, at) => at >= from && at < to && word === "对" && lower[at + 1] === "此");

/** 并为其培训: whether the clause of a trigger names the other side by a pronoun. */
export const hasPronoun = (sentence: ReadSentence, { from, head }: Trigger): boolean =>
  pronounIn(sentence, behindMark(sentence, from) + 1, head + NEAR) >= 0;

/** 对于布鲁塞尔的批评，…: the matter that opens a sentence. */
const isMatter = ({ preposition, from }: Mention) => from <= 3 && (preposition & (BIT.against | BIT.on)) > 0;

function pronounIn({ tokens: { lower } }: ReadSentence, from: number, to: number): number {
  for (let at = Math.min(to, lower.length) - 1; at >= from; at--) {
    if (PRONOUN.test(lower.slice(at, at + 2).join(""))) return at;
  }
  return -1;
}

/** 其曾出售, 该国已请求: whom a pronoun that opens the clause stands for; null where none does. */
export function pronounSubject(sentence: ReadSentence, { from }: Trigger): Mention[] | null {
  const start = behindMark(sentence, from);
  const { lower } = sentence.tokens;
  if (!OPENING.test(lower.slice(start, start + 2).join(""))) return null;
  const meant = sentence.mentions.findLast((one) => one.to <= start && one.country !== null);
  return meant ? [meant] : [];
}

/** Both sides of what was told before, where 双方 or 两国 opens the clause. */
export function bothBefore(sentence: ReadSentence, { from }: Trigger, previous: Filled | null): Mention[] {
  const start = behindMark(sentence, from);
  const { lower } = sentence.tokens;
  const opens = [start, start + 1].some((at) => BOTH.test(lower.slice(at, at + 2).join("")));
  return opens && previous ? [...new Set([...previous.roles.sources, ...previous.roles.targets])] : [];
}

/** Whoever opens the nearest clause before one that names no subject: Chinese leaves out what goes on. */
export function topicOf(sentence: ReadSentence, { from }: Trigger): Mention | undefined {
  const start = behindMark(sentence, from);
  const topics = sentence.mentions.filter(
    (one) =>
      one.to < start &&
      one.preposition === 0 &&
      one.country !== null &&
      one.from === behindMark(sentence, one.from),
  );
  return topics.at(-1);
}
