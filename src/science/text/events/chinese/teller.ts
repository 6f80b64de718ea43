import type { ReadSentence } from "../event-language.ts";
import type { Mention } from "../mention.ts";
import { behindMark, isClauseMark } from "./clause-mark.ts";

/** "…，智利外交部发言人说。": who a short clause at the sentence's end says told all of it. */
export function tellerAtEndChinese(sentence: ReadSentence): Mention | undefined {
  const { tokens, lexical, mentions, language } = sentence;
  let end = tokens.count;
  while (end > 0 && isClauseMark(sentence, end - 1)) end -= 1;
  const start = behindMark(sentence, end);
  if (start === 0) return undefined;
  const says = (at: number) =>
    lexical[at]?.some(({ class: id, to }) => to === end && language.classes.names[id] === "v:say") ?? false;
  if (!says(end - 1) && !says(end - 2)) return undefined;
  return mentions.find(({ from, country }) => from >= start && country !== null);
}
