import { countryNames } from "./country-names.ts";
import { latinSkeleton } from "./latin-skeleton.ts";
import { monthDays } from "./month-days.ts";
import type { NamedThing } from "./named-thing.ts";
import { storyWords } from "./story-words.ts";

/** What of a text survives translation: actors, names, numbers and days, each with how telling it is. */
export type Fingerprint = ReadonlyMap<string, number>;

const KNOWN = 2;
const NAME = 3;
const NUMBER = 3;
const SMALL_NUMBER = 1.5;
const MONTH_DAY = 2;
const LEAD_CHARACTERS = 900;
const LEAD_WORDS = 130;

/** Prepares the known names to be sought in texts. */
export function fingerprinter(known: readonly NamedThing[]): (title: string, text: string) => Fingerprint {
  const byName = namesById([...countryNames(), ...known]);
  return (title, text) => {
    const lead = `${title}\n${text.slice(0, LEAD_CHARACTERS)}`;
    const marks = new Map<string, number>();
    for (const id of knownIn(lead, byName)) marks.set(id, KNOWN);
    for (const day of monthDays(lead)) marks.set(`day ${day}`, MONTH_DAY);
    for (const number of scaledNumbers(lead)) {
      marks.set(`number ${number}`, number >= 100 ? NUMBER : SMALL_NUMBER);
    }
    for (const { term, kind, surprise } of storyWords(lead, LEAD_WORDS)) {
      if (kind === "name" && surprise >= 5) marks.set(`name ${latinSkeleton(term)}`, NAME);
    }
    return marks;
  };
}

/** The share of the lighter fingerprint that both have, and how much it weighs. */
export function sharedMarks(
  a: Fingerprint,
  b: Fingerprint,
): { readonly share: number; readonly weight: number } {
  let weight = 0;
  for (const [mark, telling] of a) if (b.has(mark)) weight += telling;
  const lighter = Math.min(sum(a), sum(b));
  return { share: lighter === 0 ? 0 : weight / lighter, weight };
}

function sum(marks: Fingerprint): number {
  let total = 0;
  for (const telling of marks.values()) total += telling;
  return total;
}

interface KnownNames {
  /** By their first two letters, longest first. */
  readonly byFirst: ReadonlyMap<number, readonly (readonly [name: string, id: string])[]>;
}

function namesById(known: readonly NamedThing[]): KnownNames {
  const pairs = known.flatMap(({ id, names }) =>
    names.filter((name) => name.length > 1).map((name) => [name.toLowerCase(), id] as const),
  );
  const longestFirst = pairs.sort((a, b) => b[0].length - a[0].length);
  return { byFirst: Map.groupBy(longestFirst, ([name]) => firstTwo(name, 0)) };
}

const firstTwo = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const LETTER = /[\p{L}\p{N}]/u;

/** Ids of the names that stand in a text; a Cyrillic name may have another ending. */
function knownIn(text: string, { byFirst }: KnownNames): Set<string> {
  const lower = text.toLowerCase();
  const ids = new Set<string>();
  for (let i = 0; i + 1 < lower.length; i++) {
    const named = byFirst.get(firstTwo(lower, i));
    if (named === undefined) continue;
    const isHan = lower.charCodeAt(i) >= 0x3400;
    if (!isHan && i > 0 && LETTER.test(lower[i - 1]!)) continue;
    const found = named.find(([name]) => standsAt(lower, i, name, isHan));
    if (found !== undefined) ids.add(found[1]);
  }
  return ids;
}

function standsAt(text: string, at: number, name: string, isHan: boolean): boolean {
  if (isHan) return text.startsWith(name, at);
  const isCyrillic = /^[а-я]/.test(name);
  const stem = isCyrillic && name.length > 4 ? name.replace(/[аеийоуыьэюя]{1,2}$/, "") : name;
  if (!text.startsWith(stem, at)) return false;
  const rest = /^\p{L}*/u.exec(text.slice(at + stem.length, at + stem.length + 4))![0];
  return rest.length <= (isCyrillic ? 3 : 0);
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:trillion|трлн|триллион|万亿)/iu, 1e12],
  [/^\s?(?:billion|bn\b|млрд|миллиард)/iu, 1e9],
  [/^\s?(?:million|mn\b|m\b|млн|миллион|百万)/iu, 1e6],
  [/^\s?亿/u, 1e8],
  [/^\s?万/u, 1e4],
  [/^\s?(?:thousand|тыс)/iu, 1e3],
];

/** The numbers of a text from 11 up, years left out, as they are counted: 2.5 billion, 25亿 and 2,5 млрд are one. */
function scaledNumbers(text: string): Set<number> {
  const numbers = new Set<number>();
  for (const { 0: digits, index } of text.matchAll(/\d+(?:[,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?/g)) {
    const plain = digits
      .replaceAll(/[\u00a0\u202f ]/g, "")
      .replaceAll(/,(?=\d{3}(?!\d))/g, "")
      .replace(",", ".");
    const after = text.slice(index + digits.length, index + digits.length + 10);
    const scale = SCALES.find(([name]) => name.test(after))?.[1] ?? 1;
    const value = Number(plain) * scale;
    const isYear = scale === 1 && /^(?:19|20)\d\d$/.test(plain);
    if (value > 10 && !isYear && !/^\s?[月日]/u.test(after)) numbers.add(Number(value.toPrecision(6)));
  }
  return numbers;
}
