import { BIT } from "../classes.ts";
import type { Sentence } from "../event-language.ts";
import { has } from "../sentence.ts";
import { MARK } from "../token.ts";
import { FUTURE, PASSIVE, PAST, PRESENT, RELATIVE } from "./conjugate.ts";

/** Whether a clause ends at a token: a semicolon, colon, dash or bracket, a word that opens another clause, a comma between two clauses with a verb each. */
export function closesClauseRussian(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (tokens.flags[at]! & MARK)
    return isStop(sentence, at) || (tokens.lower[at] === "," && partsClauses(sentence, at));
  return (
    has(sentence, at, BIT.who | BIT.if) ||
    (tokens.lower[at] === "и" && joinsVerbs(sentence, at)) ||
    (has(sentence, at, BIT.when | BIT.that) && tokens.lower[at - 1] === ",")
  );
}

const isStop = (sentence: Sentence, at: number) =>
  /^[;:()!?—–]$/.test(sentence.tokens.lower[at]!) && !tiesNames(sentence, at);

/** "саммит Китай — ЕС": a dash between two names that follow a noun. */
export const tiesNames = ({ tokens: { lower }, named, lexical }: Sentence, at: number): boolean =>
  /^[—–]$/.test(lower[at]!) &&
  named[at - 1] !== undefined &&
  named[at + 1] !== undefined &&
  lexical[at - 2] !== undefined;

/** The comma that ends a gerund which opens the sentence ("Не дождавшись ответа Тираны, …"), -1 where there is none. */
export function openingGerundEnd({ tokens: { lower }, named }: Sentence): number {
  const opens = lower.slice(0, 3).some((word, at) => !named[at] && /.{3}(?:вшись|ив|ав|ясь|вши)$/.test(word));
  return opens ? lower.indexOf(",") : -1;
}

const FINITE = PAST | PRESENT | FUTURE | PASSIVE;

/** "Берлин закрыл консульство, Москва выслала посла": each side of the comma has a finite verb of its own, and the left one is no aside. */
const partsClauses = (sentence: Sentence, comma: number): boolean =>
  hasFinite(sentence, comma, 1) && hasFinite(sentence, comma, -1) && asideBefore(sentence, comma) < 0;

/** "расценивает как угрозу и призывает": a second verb right behind "и", over adverbs. */
function joinsVerbs(sentence: Sentence, at: number): boolean {
  let next = at + 1;
  while (has(sentence, next, BIT.adverb | BIT.not)) next += 1;
  return isFinite(sentence, next) && hasFinite(sentence, at, -1);
}

const isFinite = ({ lexical, language: { bases } }: Sentence, at: number): boolean =>
  lexical[at]?.some(({ class: id, form }) => id < bases.noun && (form & FINITE) > 0) ?? false;

/** Whether a finite verb stands between a comma and the next mark on one side of it. */
function hasFinite(sentence: Sentence, comma: number, step: 1 | -1): boolean {
  const { tokens } = sentence;
  for (let at = comma + step; at >= 0 && at < tokens.count; at += step) {
    if (tokens.lower[at] === "," || isStop(sentence, at)) return false;
    if (isFinite(sentence, at)) return true;
  }
  return false;
}

/** "ий", "ым" … of full participles; "-ся" may follow. */
const ACTIVE = /(?:вш|ющ|ущ|ящ|ащ)(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)(?:ся)?$/;
export const PASSIVE_PARTICIPLE = /(?:[ае]нн|ённ|янн|[аиеуы]ем|т)(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)$/;

/** Tokens `from` to `to` (exclusive) between commas that add something to a noun or tell who says it. */
interface Aside {
  readonly from: number;
  readonly to: number;
  /** Whether a passive participle opens it, so that an instrumental in it did what it tells. */
  readonly isPassive: boolean;
  /** Whether a participle opens it, which tells of the noun before it. */
  readonly isParticiple: boolean;
}

/** The aside around a token: ", введённых Вашингтоном, …", ", который …", ", как пишет …"; null where there is none. */
export function asideAround(sentence: Sentence, at: number): Aside | null {
  const { lower, count } = sentence.tokens;
  if (!lower.includes(",")) return null;
  let from = at;
  while (from >= 0 && lower[from] !== "," && !isStop(sentence, from)) from -= 1;
  if (from < 0 || lower[from] !== "," || !opensAside(sentence, from + 1)) return null;
  let to = at + 1;
  while (to < count && lower[to] !== "," && !isStop(sentence, to)) to += 1;
  const isPassive = PASSIVE_PARTICIPLE.test(lower[from + 1]!);
  return { from: from + 1, to, isPassive, isParticiple: isPassive || isActive(sentence, from + 1) };
}

/** The comma that opens the aside which a comma ends, -1 where it ends none. */
export function asideBefore(sentence: Sentence, comma: number): number {
  if (comma < 2 || sentence.tokens.lower[comma] !== ",") return -1;
  const aside = asideAround(sentence, comma - 1);
  return aside === null ? -1 : aside.from - 1;
}

function opensAside(sentence: Sentence, at: number): boolean {
  const { lower } = sentence.tokens;
  const word = lower[at] ?? "";
  return (
    isActive(sentence, at) ||
    PASSIVE_PARTICIPLE.test(word) ||
    word === "как" ||
    has(sentence, at, BIT.who) ||
    has(sentence, at + 1, BIT.who)
  );
}

const isActive = ({ tokens, lexical }: Sentence, at: number): boolean =>
  ACTIVE.test(tokens.lower[at] ?? "") || (lexical[at]?.some(({ form }) => (form & RELATIVE) > 0) ?? false);
