import { BIT } from "../classes.ts";
import type { VerbReading } from "../verb-reading.ts";
import { has } from "../sentence.ts";
import type { Sentence } from "../event-language.ts";
import { describesUpTo, isDescribing, isOtherVerb } from "./attribute.ts";
import { isCause } from "./cause.ts";
import { isClauseMark, isInsideQuotedName } from "./clause-mark.ts";

const MODALS = BIT.not | BIT.future | BIT.would | BIT.must;

/** Reads a Chinese word as a verb: what stands before it in its clause tells negation, future and passive. */
export function readVerbChinese(sentence: Sentence, at: number, to: number): VerbReading | null {
  if (isNominal(sentence, at, to) || isTopic(sentence, at, to) || isName(sentence, at, to)) return null;
  if (isCause(sentence, at) || isAttribute(sentence, at) || isIdleHope(sentence, at, to)) return null;
  if (
    isDescribing(sentence, at, to) ||
    isOpinion(sentence, to) ||
    isJudged(sentence, at) ||
    isConduct(sentence, at)
  )
    return null;
  let bits = 0;
  let passive = false;
  for (let left = at - 1; left >= 0; left--) {
    if (isClauseMark(sentence, left)) {
      bits |= futureGoingOn(sentence, left);
      break;
    }
    const grammar = sentence.grammar[left]!;
    if (grammar === 0 && sentence.lexical[left] === undefined) continue;
    if (isInsideName(sentence, left)) continue;
    if (isOtherVerb(sentence, left)) break;
    if (grammar & BIT.by && !has(sentence, left, BIT.and) && describesUpTo(sentence, left + 1) < 0)
      passive = true;
    if (grammar & BIT.other && takesObject(sentence, left)) continue;
    bits |= grammar & MODALS;
  }
  const followed = sentence.tokens.lower[to] ?? "";
  const supposed = (bits & BIT.would) > 0;
  return {
    passive,
    negated: (bits & BIT.not) > 0,
    isPast: bits & BIT.not ? hasNegatedPast(sentence, at) : supposed || followed === "了",
    future: (bits & BIT.future) > 0 && !supposed && followed !== "了",
    conditional: supposed,
    obliged: (bits & BIT.must) > 0,
    dependent: false,
  };
}

/** 将建成接收站，并代培人员: a clause that 并 opens is to come where the one before it is. */
function futureGoingOn(sentence: Sentence, comma: number): number {
  if (sentence.tokens.lower[comma + 1] !== "并") return 0;
  let bits = 0;
  for (let left = comma - 1; left >= 0 && !isClauseMark(sentence, left); left--) {
    if (!has(sentence, left, BIT.future) || isInsideName(sentence, left)) continue;
    if (!has(sentence, left, BIT.other) || !takesObject(sentence, left)) bits = BIT.future;
  }
  return bits;
}

/** 向台湾出售武器只会加剧紧张: what is only judged. */
function isOpinion(sentence: Sentence, to: number): boolean {
  const { lower } = sentence.tokens;
  for (let at = to; at < to + 20 && at + 1 < lower.length && !isClauseMark(sentence, at); at++) {
    if ("只无有不势违".includes(lower[at]!) && JUDGED.has(lower[at]! + lower[at + 1]!)) return true;
  }
  return false;
}

const JUDGED: ReadonlySet<string> = new Set("只会 只能 无助 有助 有利 不利 势必 有悖 违背".split(" "));

/** “太空威胁”, but not “清除”真主党: a word within a short name in quotation marks, unless whom it is done to follows. */
const isName = (sentence: Sentence, at: number, to: number): boolean =>
  isInsideQuotedName(sentence, at) && !(sentence.tokens.lower[to] === "”" && sentence.named[to + 1]);

/** 签订的协议, 访华的日程, 瑞典的指责被…, 瑞典的请求遭…: a verb before 的, or between 的 and 被. */
const isNominal = ({ tokens: { lower }, named }: Sentence, at: number, to: number): boolean =>
  lower[to] === "的" ||
  (named[to] !== undefined && lower[to + 1] === "的" && to - at === 1) ||
  (lower[at - 1] === "的" && "被遭获".includes(lower[to] ?? "的"));

/** 希望加入: to hope for what one does oneself asks nobody, and is not yet doing it. */
const isIdleHope = (sentence: Sentence, at: number, to: number): boolean =>
  (hopesFrom(sentence, at) && !sentence.named[to]) || isHopedFor(sentence, at);

const isHopedFor = (sentence: Sentence, at: number): boolean =>
  hopesFrom(sentence, at - 1, at) || hopesFrom(sentence, at - 2, at);

const hopesFrom = ({ lexical, language: { classes } }: Sentence, at: number, to?: number): boolean =>
  lexical[at]?.some((match) => classes.names[match.class] === "v:hope" && (to ?? match.to) === match.to) ??
  false;

/** 对闯入领空的飞机: a verb right behind its preposition only describes whom it is about. */
const isAttribute = (sentence: Sentence, at: number): boolean =>
  /^[对向把给]$|^于$/.test(sentence.tokens.lower[at - 1] ?? "") &&
  has(sentence, at - 1, BIT.against | BIT.into | BIT.other | BIT.for);

/** 就…受干扰召见: a verb after 就 or 因 is the matter when another one follows; 一案, 问题 and 向 end the matter. */
function isTopic(sentence: Sentence, at: number, to: number): boolean {
  const { lower } = sentence.tokens;
  if (!lower.includes("就") && !lower.includes("因")) return false;
  let left = at - 1;
  for (; left >= 0 && !isClauseMark(sentence, left) && !/[就因]/.test(lower[left]!); left--) {
    if (
      /[案题宜]/.test(lower[left]!) ||
      (/[向对]/.test(lower[left]!) && has(sentence, left, BIT.into | BIT.against))
    )
      return false;
  }
  if (left < 0 || !has(sentence, left, BIT.on) || isInsideName(sentence, left)) return false;
  let right = to;
  for (; right < sentence.tokens.count && !isClauseMark(sentence, right); right++) {
    if (isOtherVerb(sentence, right)) return true;
  }
  return /[案题宜事]/.test(lower[right - 1] ?? "") && right + 1 < sentence.tokens.count;
}

function isInsideName({ named }: Sentence, at: number): boolean {
  for (let from = Math.max(0, at - 11); from <= at; from++) {
    if (named[from]?.some((match) => match.to > at && match.to - match.from > 1)) return true;
  }
  return false;
}

/** 将袭击归咎于…, 把…视为威胁: how many characters behind 将 or 把 what is judged ends, 0 where nothing is. */
const judgedUpTo = (lower: readonly string[], at: number): number =>
  JUDGEMENT.exec(lower.slice(at + 1, at + 22).join(""))?.[1]?.length ?? 0;
const JUDGEMENT = /^([^，。；]{1,16}?)(?:归咎|归因|归罪|视为|定性为|斥为|称为|列为|认定为|诉诸|诉至|告上)/;

/** 对德黑兰扣押油轮的行为表示谴责, 对释放船员表示欢迎: a deed that 对 only names as what something is said of. */
function isConduct(sentence: Sentence, at: number): boolean {
  const { lower } = sentence.tokens;
  const from = lower.lastIndexOf("对", at - 1);
  if (from < 0 || at - from > 20 || !has(sentence, from, BIT.against)) return false;
  return CONDUCT.test(lower.slice(at + 1, at + 20).join(""));
}
const CONDUCT = /^[^，。；：]{1,16}?(?:行为|行径|做法|举动|之举|一事|企图|表示|深表|表达|感到)/;

/** 将袭击归咎于…: what is judged is not told as done. */
function isJudged({ tokens: { lower } }: Sentence, at: number): boolean {
  for (let left = at - 1; left >= 0 && left >= at - 16; left--) {
    if (lower[left] === "将" || lower[left] === "把") return at - left <= judgedUpTo(lower, left);
  }
  return false;
}

/** 将 before a noun brings the object forward; before a verb, adverb or preposition it is the future. */
export function takesObject(
  { tokens, lexical, grammar, language: { bases } }: Sentence,
  at: number,
): boolean {
  if (tokens.lower[at] === "把") return true;
  if (tokens.lower[at] !== "将") return false;
  if (judgedUpTo(tokens.lower, at) > 0) return true;
  const next = at + 1;
  if (lexical[next]?.some((match) => match.class < bases.noun)) return false;
  return (grammar[next] ?? 0) === 0 && !/^[用通再于]$/.test(tokens.lower[next] ?? "");
}

/** 没有, 未: it was not done; 不: it is refused. */
function hasNegatedPast({ tokens, grammar }: Sentence, at: number): boolean {
  for (let left = at - 1; left >= 0 && at - left < 12; left--) {
    if (grammar[left]! & BIT.not)
      return /[没未曾]/.test(tokens.lower[left]!) || /[没未曾]/.test(tokens.lower[left - 1] ?? "");
  }
  return false;
}

/** A Chinese noun is one wherever it stands, but no event where it is the cause or the matter of another. */
export const readsAsNounChinese = (sentence: Sentence, at: number, to: number): boolean =>
  !isCause(sentence, at) &&
  !isTopic(sentence, at, to) &&
  !isHopedFor(sentence, at) &&
  !isAnswered(sentence, at) &&
  !isOpinion(sentence, to);

/** 针对欧方制裁，…; 鉴于…, 面对…: what a clause that opens so only gives as the matter. */
function isAnswered(sentence: Sentence, at: number): boolean {
  const { lower, count } = sentence.tokens;
  let from = at;
  while (from > 0 && !isClauseMark(sentence, from - 1)) from -= 1;
  if (!MATTER.has(lower[from]! + (lower[from + 1] ?? ""))) return false;
  let end = at;
  while (end < count && !isClauseMark(sentence, end)) end += 1;
  return lower[end] === "，";
}

const MATTER: ReadonlySet<string> = new Set("针对 鉴于 面对 对于 关于 为回 为报 作为".split(" "));

/** A clause ends at every mark but the enumeration comma. */
export const closesClauseChinese = (sentence: Sentence, at: number): boolean =>
  isClauseMark(sentence, at) || has(sentence, at, BIT.if);
