/** Words that a date or place behind (in Chinese before) belongs to: when it was said is not when it was done. */
const SAID_BEFORE: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:said|says|told \p{L}+|announced|reported|stated|added|speaking)\s(?:in\s\p{L}+\s)?(?:on\s)?$/iu,
  ru: /(?<!\p{L})(?:(?:сообщил|заявил|сказал|рассказал|отметил)\p{L}{0,2}|выступая)\s(?:в\s\p{L}+\s)?$/iu,
  zh: /(?!)/u,
};
const SAID_AFTER: Readonly<Record<string, RegExp>> = {
  en: /(?!)/u,
  ru: /^,?\s(?:сообщил|заявил|сказал|рассказал|отметил)\p{L}{0,2}(?!\p{L})/iu,
  zh: /^(?:[^，。；\d]{0,6})(?:表示|称|说|指出|宣布|报道|消息)/u,
};

/** Another clause begins: a date or place beyond it is of something else. */
const OPENS_CLAUSE: Readonly<Record<string, RegExp>> = {
  en: /[,;:]|(?<!\p{L})(?:who|which|that|after|since|when|while|before|because)(?!\p{L})/iu,
  ru: /[,;:]|(?<!\p{L})(?:после|когда|что|котор\p{L}+|чтобы)(?!\p{L})/iu,
  zh: /[，；：]|之后|以后|以来|之前|此前/u,
};
/** Characters before what opens a sentence. */
const OPENING = 12;

/** Whether what stands between two offsets is of a trigger's clause, or opens the sentence. */
export function isOfClause(
  text: string,
  language: string,
  at: number,
  end: number,
  [from, to]: readonly [number, number],
): boolean {
  const between = at >= to ? text.slice(to, at) : text.slice(end, from);
  const opensSentence = at <= OPENING && /^[^,，]*$/.test(text.slice(0, at));
  return !OPENS_CLAUSE[language]!.test(opensSentence ? between.replace(/^[^,，]{0,12}[,，]/u, "") : between);
}

/** Whether what stands between two offsets belongs to a word of saying beside it. */
export const isOfStatement = (text: string, language: string, at: number, end: number) =>
  SAID_BEFORE[language]!.test(text.slice(0, at)) || SAID_AFTER[language]!.test(text.slice(end));
