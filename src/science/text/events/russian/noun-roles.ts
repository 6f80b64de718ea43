import { BIT } from "../classes.ts";
import { NOBODY, type Roles } from "../roles.ts";
import type { ReadSentence } from "../event-language.ts";
import type { Trigger } from "../trigger.ts";
import { type Mention, groupedCountries } from "../mention.ts";
import { GENITIVE, INSTRUMENTAL, NOMINATIVE } from "./cases.ts";
import { weightOf } from "./object.ts";
import { agentOf, clauseOf, is, isBare, placeOf } from "./parties.ts";

/** "подписание соглашения между A и B", "высылка дипломатов из Бельгии", "санкции США против Китая". */
export function nounRoles(sentence: ReadSentence, trigger: Trigger): Roles {
  if (isNotSo(sentence, trigger)) return NOBODY;
  const clause = clauseOf(sentence, trigger);
  const after = clause.filter(({ from }) => from >= trigger.head);
  const before = clause.filter(({ to }) => to <= trigger.from);
  const between = clause.filter(({ preposition }) => preposition & BIT.between);
  if (between.length > 1)
    return { sources: between.slice(0, 1), targets: between.slice(1), voice: "nominal" };
  const agent = agentOf(clause) ?? authorOf(sentence, trigger);
  const genitive = after.find((one) => one.from - trigger.head <= 4 && isBare(one) && is(one, GENITIVE));
  const place = placeOf(clause, genitive);
  const isDoneTo =
    genitive && (agent ?? (place && ["SANCTION", "COERCE", "PROTEST"].includes(trigger.rule.root ?? "")));
  if (isDoneTo)
    return {
      sources: groupedCountries(sentence, agent ?? place),
      targets: groupedCountries(sentence, genitive),
      voice: "nominal",
    };
  const adjective = before.findLast(
    (one) => isBare(one) && (one.to === trigger.from || one.to === trigger.head),
  );
  const doer =
    agent ??
    genitive ??
    adjective ??
    before.findLast(
      (one) => isBare(one) && (is(one, NOMINATIVE) || (one.isOwner && trigger.verb !== null)),
    ) ??
    (trigger.rule.told ? after.find((one) => isBare(one) && is(one, NOMINATIVE)) : place);
  if (!doer) return NOBODY;
  const rest = clause.filter(({ group }) => group !== doer.group);
  const partner = trigger.rule.mutual ? after.find(({ preposition }) => preposition & BIT.with) : undefined;
  const done =
    partner ?? rest.toSorted((a, b) => weightOf(b, trigger, [doer]) - weightOf(a, trigger, [doer]))[0];
  return {
    sources: groupedCountries(sentence, doer),
    targets: groupedCountries(sentence, done),
    voice: "nominal",
  };
}

/** "встреча не планируется", "сообщения о поставках не подтвердились": what is not, or not yet. */
function isNotSo({ tokens: { lower, count } }: ReadSentence, { from, to }: Trigger): boolean {
  for (let at = Math.max(0, from - 3); at + 1 < count && at < to + 12; at++) {
    if (lower[at] === "не" && NOT_SO.test(lower.slice(at + 1, at + 3).join(" "))) return true;
    if (at > to && /^[,;:.]$/.test(lower[at]!)) return false;
  }
  return false;
}

const NOT_SO =
  /^(?:значи|планиру|запланирован|намечен|намеча|состоя|ожида|предвид|предусм|ведётся|ведутся|велись|будет |было |была |обсужда|подтверд|подтвержд|готовится|рассматрива|стоит |поступал)/;

/** "запуск спутника, осуществлённый Arianespace", "удар, нанесённый Россией": who the participle of a light verb behind the comma says did it. */
function authorOf(sentence: ReadSentence, { to }: Trigger): Mention | undefined {
  const { lower } = sentence.tokens;
  const at = lower.findIndex((word, index) => index > to && index < to + 8 && DONE_BY.test(word));
  if (at < 1 || lower[at - 1] !== ",") return undefined;
  return sentence.mentions.find(
    (one) => one.from > at && one.from < at + 4 && isBare(one) && is(one, INSTRUMENTAL),
  );
}

const DONE_BY =
  /^(?:осуществл|проведённ|проведенн|нанесённ|нанесенн|выполненн|организованн|предпринят|произведённ|произведенн|совершённ|совершенн|устроенн|объявленн|наложенн|введённ|введенн)/;
