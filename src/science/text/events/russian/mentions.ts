import type { Mention } from "../mention.ts";
import type { Sentence } from "../event-language.ts";
import { counted } from "./counted.ts";
import { finish } from "./finish-mention.ts";
import { grow } from "./grow-mention.ts";
import { seated } from "./seated.ts";

/** Finds who is named in a Russian sentence: countries, their adjectives with the noun they stand for, bodies and offices with their genitives. */
export function findMentionsRussian(sentence: Sentence): Mention[] {
  const found: Mention[] = [];
  let at = 0;
  while (at < sentence.tokens.count) {
    const grown = grow(sentence, at);
    if (!grown) {
      at += 1;
      continue;
    }
    found.push(finish(sentence, grown, found));
    at = grown.to;
  }
  return seated(shareHeads(counted(sentence, found)));
}

/** "российских и индийских представителей": what stands after the last one is shared by all. */
function shareHeads(found: Mention[]): Mention[] {
  return found.map((one) => {
    const last = found.findLast(({ group }) => group === one.group)!;
    if (last === one || !one.isAttributive || last.isAttributive) return one;
    return { ...one, isAttributive: false, sector: last.sector, form: one.form & last.form || last.form };
  });
}
