import { BIT } from "../classes.ts";
import type { VerbReading } from "../verb-reading.ts";
import { has } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { FUTURE, GERUND, INFINITIVE, PASSIVE, PAST, REFLEXIVE, RELATIVE } from "./conjugate.ts";

/** Verbs that only help an infinitive: "не стала продлевать", "продолжает глушить". */
const HELPING =
  /^(?:ста(?:л[аои]?|нет|нут)|нача(?:л[аои]?)|продолжа(?:ет|ют|л[аои]?)|хо(?:чет|тят|тел[аи]?)|пыта(?:ется|ются|л[аи]с[ья]?)|смож?(?:ет|ем)|смог(?:л[аои])?|смогут|удалось)$/;

/** Reads a Russian word as a verb: tense by its ending, negation and modals by the words before it. */
export function readVerbRussian(sentence: Sentence, at: number, _: number, form: number): VerbReading | null {
  if (isDenied(sentence, at)) return null;
  if (form & RELATIVE && isOf(sentence, at, "v:visit")) return null;
  const isInfinitive = (form & INFINITIVE) > 0;
  if (isInfinitive && (isNoun(sentence, at - 1) || POSSIBLE.test(sentence.tokens.lower[at - 1] ?? "")))
    return null;
  if (isInfinitive && isIntentOf(sentence, at)) return null;
  const helped = helpersBefore(sentence, at);
  const { bits } = helped;
  const refused = isInfinitive && isRefusedBehind(sentence, at);
  return {
    passive: (form & (PASSIVE | REFLEXIVE)) > 0,
    negated: helped.negated || refused,
    isPast: (helped.unreal || ((form & PAST) > 0 && !helped.helping)) && !isApproval(sentence, at),
    future: (form & FUTURE) > 0 || (bits & BIT.future) > 0,
    conditional: (bits & BIT.would) > 0,
    obliged: isInfinitive && (bits & BIT.must) > 0,
    dependent:
      (isInfinitive && bits === 0 && !helped.helping && !refused) || (form & (GERUND | RELATIVE)) > 0,
  };
}

/** "делиться данными Дамаск не станет": a refusal behind what is refused. */
function isRefusedBehind({ tokens: { lower } }: Sentence, at: number): boolean {
  for (let right = at + 1; right + 1 < lower.length && right < at + 12 && lower[right] !== ","; right++) {
    if (
      lower[right] === "не" &&
      /^(?:ста(?:нет|нут|л[аи]?)|будет|будут|собирается|собираются|намерен[аы]?|планирует|планируют)$/.test(
        lower[right + 1]!,
      )
    )
      return true;
  }
  return false;
}

/** "планы Японии разместить": what somebody only means, asks or tries to do. */
const isIntentOf = ({ tokens: { lower }, named }: Sentence, at: number): boolean =>
  [at - 1, at - 2].some(
    (owner) =>
      named[owner] !== undefined &&
      /^(?:план|намерени|попыт|угроз|требовани|призыв|просьб|желани|отказ|обещани|предложени)/.test(
        lower[owner - 1] ?? "",
      ),
  );

/** "необходимость признать", "возможность закупить". */
const POSSIBLE = /^(?:необходимост|возможност|вероятност|попыт|шанс|способност|прав[оау]$|нежелани)/;

/** "требование вернуть": what a noun only speaks of, but not "готовность вернуть". */
const isNoun = (sentence: Sentence, at: number) =>
  (sentence.lexical[at]?.every((match) => match.class >= sentence.language.bases.noun) ?? false) &&
  !isOf(sentence, at, "n:readiness");

/** "не поддержала", "не признал", "не разрешил": to withhold approval is to refuse it. */
const isApproval = ({ lexical, language: { classes } }: Sentence, at: number) =>
  lexical[at]!.some((match) => APPROVALS.has(classes.names[match.class]!));
const APPROVALS: ReadonlySet<string> = new Set(["v:support", "v:allow", "v:agree"]);

const isOf = ({ lexical, language: { classes } }: Sentence, at: number, name: string) =>
  lexical[at]!.some((match) => classes.names[match.class] === name);

interface Helpers {
  readonly bits: number;
  readonly negated: boolean;
  readonly helping: boolean;
  /** "мог бы передать": nobody says it will be. */
  readonly unreal: boolean;
}

/** "мог бы", "может": what may be is not promised. */
const UNREAL = /^(?:бы|мо(?:жет|гут|г|гл[аои])|возможно|вероятно)$/;

/** Auxiliaries and negators right before a verb, over adverbs; "бы" may follow it. */
function helpersBefore(sentence: Sentence, at: number): Helpers {
  const wanted = BIT.be | BIT.future | BIT.would | BIT.must;
  let bits = has(sentence, at + 1, BIT.would) && sentence.tokens.lower[at + 1] === "бы" ? BIT.would : 0;
  let negated = false;
  let helping = false;
  let unreal = bits > 0;
  for (let left = at - 1; left >= 0 && at - left <= 5; left--) {
    if (has(sentence, left, BIT.not)) negated = true;
    else if (has(sentence, left, wanted)) {
      bits |= sentence.grammar[left]! & wanted;
      unreal ||= UNREAL.test(sentence.tokens.lower[left]!);
    } else if (HELPING.test(sentence.tokens.lower[left]!)) helping = true;
    else if (!has(sentence, left, BIT.adverb) || has(sentence, left, BIT.and)) break;
  }
  return { bits, negated, helping, unreal };
}

/** "в ходе визита", "по итогам встречи", "для консультаций": what was only the setting or the purpose of something else. */
const SETTING =
  /^(?:предваряя|итогам|результатам|ходе|рамках|полях|время|преддверии|завершении|для|ради|комментируя|обсуждая|вспоминая|анонсируя|готовя|ожидая)$/;

/** A Russian noun is one wherever it stands, but for "по данным" and settings. */
export function readsAsNounRussian(sentence: Sentence, at: number): boolean {
  const { lower } = sentence.tokens;
  if (has(sentence, at, BIT.according) || isDenied(sentence, at) || isVenue(sentence, at)) return false;
  if (POSSIBLE_NOUN.test(lower[at - 1] ?? "") || isMereTalk(sentence, at) || isCharge(sentence, at))
    return false;
  return (
    !SETTING.test(lower[at - 1] ?? "") && !(SETTING.test(lower[at - 2] ?? "") && !sentence.named[at - 1])
  );
}

/** "к берегам Ирана вышла …", "помощь Киеву выделила …", but not "из-за санкций закрыла": what stands behind a preposition of cause or matter is no object. */
export const leadsRussian = ({ tokens: { lower } }: Sentence, noun: number): boolean =>
  !/^(?:на|за|из-за|после|о|об|по|от|для|при|до|перед|ради|вопреки|ввиду|с|со|в|во|под|против|из)$/.test(
    lower[noun - 1] ?? "",
  );

/** "возможная передача", "предполагаемый визит": what is only supposed. */
const POSSIBLE_NOUN = /^(?:возможн|вероятн|предполагаем|потенциальн|гипотетическ|якобы)/;

/** "нет данных о передаче", "слухи о недавнем визите": what a noun of telling is about. */
function isMereTalk({ tokens: { lower } }: Sentence, at: number): boolean {
  for (let left = at - 1; left > 0 && left >= at - 3; left--) {
    if (lower[left] === "о" || lower[left] === "об") return TALK.test(lower[left - 1]!);
  }
  return false;
}

const TALK =
  /^(?:данны|сведени|слух|доказательств|свидетельств|вопрос|возможност|спекуляци|решени|просьб|план|иде[яию]|предложени|информаци|догадк|обещани)/;

/** "на заседании", "роль Каира в переговорах", but not "участие в переговорах": where something else was said or done. */
function isVenue(sentence: Sentence, at: number): boolean {
  const { lower } = sentence.tokens;
  if (!isOf(sentence, at, "n:talks") || !/(?:ии|ях|ах|е)$/.test(lower[at]!)) return false;
  const where = [at - 1, at - 2].find((left) => /^(?:на|в)$/.test(lower[left] ?? ""));
  return where !== undefined && (lower[where] === "на" || !/^участи/.test(lower[where - 1] ?? ""));
}

/** "по обвинению во взломе", "по подозрению в диверсии": what somebody is charged with. */
const isCharge = ({ tokens: { lower } }: Sentence, at: number): boolean =>
  (lower[at - 1] === "в" || lower[at - 1] === "во") &&
  /^(?:обвинени|подозрени|причастност|участи|вин[аеуы]$)/.test(lower[at - 2] ?? "");

/** "отрицает, что …", "сомневается, что …": what follows is not told as done. */
function isDenied({ tokens: { lower } }: Sentence, at: number): boolean {
  const that = lower.lastIndexOf("что", at);
  if (that < 2 || lower[that - 1] !== ",") return false;
  return (
    DENIAL.test(lower[that - 2]!) ||
    (lower[that - 2] === "того" && UNPROVEN.test(lower.slice(Math.max(0, that - 6), that - 1).join(" ")))
  );
}

/** "не нашла доказательств того, что …". */
const UNPROVEN = /(?:^| )(?:не|нет|без) .*(?:доказательств|подтвержден|свидетельств|оснований|улик).* того$/;
const DENIAL =
  /^(?:отрица(?:ет|ют|л[аи]?)|исключа(?:ет|ют|ла|ли|л)|предполага(?:ет|ют)|гадают|ждут|жд[её]т|ожида(?:ет|ют)|прогнозиру(?:ет|ют)|опаса(?:ется|ются)|опроверг(?:ла|ли|ает|ают)?|сомнева(?:ется|ются)|усомнил(?:ся|ась|ись))$/;
