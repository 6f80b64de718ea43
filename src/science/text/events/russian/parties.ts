import { BIT } from "../classes.ts";
import { has } from "../sentence.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import type { Mention } from "../mention.ts";
import { GENITIVE, INSTRUMENTAL, NOMINATIVE, PREPOSITIONAL } from "./cases.ts";
import { asideAround, asideBefore } from "./clauses.ts";
import { PREPOSITIONS } from "./closed-words.ts";

/** The mentions of the clause around a trigger. */
export function clauseOf(sentence: ReadSentence, { from, to }: Trigger): Mention[] {
  const closes = (at: number) =>
    sentence.mentionAt[at]! < 0 && sentence.language.grammar.closesClause(sentence, at);
  let left = from - 1;
  for (let opens = -1; left >= 0; left = opens < 0 ? left - 1 : opens - 1) {
    opens = asideBefore(sentence, left);
    if (opens < 0 && closes(left)) break;
  }
  let right = to;
  while (right < sentence.tokens.count && !closes(right)) right += 1;
  return sentence.mentions.filter(
    (one) =>
      one.from > left && one.from < right && !isSpeaker(sentence, one) && !isAside(sentence, one, from),
  );
}

/** "санкции, введённые Вашингтоном, …", "Оман, как пишет BBC, …": who is named beside takes no part in what the verb tells; who tells whose a nameless noun is, does ("агент, работавший на Пекин"). */
function isAside(sentence: ReadSentence, one: Mention, trigger: number): boolean {
  const aside = asideAround(sentence, one.from);
  if (aside === null || (trigger >= aside.from && trigger < aside.to)) return false;
  if (aside.isPassive && is(one, INSTRUMENTAL) && isBare(one)) return true;
  const head = sentence.mentionAt[aside.from - 2] ?? -1;
  return !aside.isParticiple || (head >= 0 && sentence.mentions[head]!.country !== null);
}

/** "по словам США", "как заявил Роскосмос": who only tells it. */
const isSpeaker = (sentence: ReadSentence, { from, isOwner }: Mention) =>
  has(sentence, from - 1, BIT.according) || (isOwner && has(sentence, from - 2, BIT.according));

export const isBare = (one: Mention) => (one.preposition & PREPOSITIONS) === 0;
export const is = (one: Mention, cases: number) => (one.form & cases) > 0;

/** Who an instrumental says did it. */
export const agentOf = (clause: readonly Mention[]) =>
  clause.find((one) => isBare(one) && !one.isOwner && is(one, INSTRUMENTAL) && !is(one, NOMINATIVE));

/** Where nobody is said to do it, the country in which or from which it is done: "в Германии арестованы", "из Польши высланы", "с китайского космодрома запущен". */
export const placeOf = (clause: readonly Mention[], object: Mention | undefined) =>
  clause.find(
    (one) =>
      one.group !== object?.group &&
      ((one.preposition & BIT.in && (is(one, PREPOSITIONAL) || one.isOwner)) ||
        (one.preposition & BIT.from && is(one, GENITIVE)) ||
        (one.preposition & BIT.with && (one.isOwner || (is(one, GENITIVE) && !is(one, INSTRUMENTAL))))),
  );
