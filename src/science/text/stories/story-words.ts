import { backgroundSurprise } from "./common-words.ts";
import { englishStem } from "./english-stem.ts";
import { russianStem } from "./russian-stem.ts";
import { meaningOf } from "./same-meaning.ts";

/** One word of a text as the comparison of stories reads it. */
export interface StoryWord {
  readonly term: string;
  readonly kind: "word" | "name" | "number";
  /** How surprising it is in news at large, in nats. */
  readonly surprise: number;
}

const TOKEN =
  /\p{Script=Han}+|[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?|[.!?\n。！？]/gu;
const NUMBER_SURPRISE = 4.5;
const LONG_NUMBER_SURPRISE = 5.5;
const YEAR_SURPRISE = 2;
/** What a capital within a sentence adds: names are rarer than words of their length. */
const NAME_BONUS = 1;
const SMALL_NUMBER_SURPRISE = 2.5;
const SPELT_NUMBERS: ReadonlyMap<string, string> = new Map(
  [
    ["two", "два", "две", "двух", "двое"],
    ["three", "три", "трех", "трое", "тремя"],
    ["four", "четыре", "четырех", "четверо"],
    ["five", "пять", "пяти", "пятеро"],
    ["six", "шесть", "шести"],
    ["seven", "семь", "семи"],
    ["eight", "восемь", "восьми"],
    ["nine", "девять", "девяти"],
    ["ten", "десять", "десяти"],
  ].flatMap((words, i) => words.map((word) => [word, String(i + 2)] as const)),
);
const PAIR_OF_CHARACTERS_SURPRISE = 4;

const stems = new Map<string, StoryWord>();
const MOST_KEPT = 200_000;
const surpriseOf = {
  en: backgroundSurprise("en", englishStem),
  ru: backgroundSurprise("ru", russianStem),
};

const meaning = { en: meaningOf("en", englishStem), ru: meaningOf("ru", russianStem) };

/** The words of a text, up to so many, with stems for Russian and English and pairs of characters for Chinese. */
export function storyWords(text: string, most: number): StoryWord[] {
  const words: StoryWord[] = [];
  let begins = true;
  for (const [token] of text.matchAll(TOKEN)) {
    if (words.length >= most) break;
    const first = token.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) words.push(numberWord(token));
    else if (first >= 0x3400 && first < 0xa000) words.push(...characterPairs(token));
    else if (/[.!?\n。！？]/.test(token)) {
      begins = true;
      continue;
    } else {
      const word = letterWord(token, begins);
      if (word.surprise > 0) words.push(word);
    }
    begins = false;
  }
  return words;
}

function letterWord(token: string, begins: boolean): StoryWord {
  const lower = token.toLowerCase();
  const isName = lower !== token && (!begins || /^\p{Lu}{2,}$/u.test(token));
  const key = isName ? `^${lower}` : lower;
  const known = stems.get(key);
  if (known !== undefined) return known;
  const folded = lower.replaceAll("ё", "е").replaceAll("’", "'");
  const language = /[а-я]/.test(folded) ? "ru" : "en";
  const spelt = SPELT_NUMBERS.get(folded);
  if (spelt !== undefined) return { term: spelt, kind: "number", surprise: SMALL_NUMBER_SURPRISE };
  const term = meaning[language](language === "ru" ? russianStem(folded) : englishStem(folded));
  const surprise = surpriseOf[language](term);
  const isRare = isName && surprise >= 4;
  const word: StoryWord = {
    term,
    kind: isName && surprise > 0 ? "name" : "word",
    surprise: isRare ? surprise + NAME_BONUS : surprise,
  };
  if (stems.size >= MOST_KEPT) stems.clear();
  stems.set(key, word);
  return word;
}

function numberWord(token: string): StoryWord {
  const term = token
    .replaceAll(/[ \u00a0\u202f]/g, "")
    .replaceAll(/[.,](?=\d{3}(?!\d))/g, "")
    .replace(",", ".");
  if (/^(?:19|20)\d\d$/.test(term)) return { term, kind: "number", surprise: YEAR_SURPRISE };
  if (/^\d$|^10$/.test(term)) return { term, kind: "number", surprise: SMALL_NUMBER_SURPRISE };
  return { term, kind: "number", surprise: term.length > 2 ? LONG_NUMBER_SURPRISE : NUMBER_SURPRISE };
}

function characterPairs(run: string): StoryWord[] {
  if (run.length === 1) return [{ term: run, kind: "word", surprise: 2 }];
  return Array.from({ length: run.length - 1 }, (_, i) => ({
    term: run.slice(i, i + 2),
    kind: "word",
    surprise: PAIR_OF_CHARACTERS_SURPRISE,
  }));
}
