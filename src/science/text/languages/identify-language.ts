import { CYRILLIC, type CyrillicSigns } from "./cyrillic-signs.ts";
import { LATIN_LETTERS, LATIN_WORDS } from "./latin-words.ts";
import { countScripts, type Script } from "./scripts.ts";

/** ISO 639-1, null where there are no letters; `sure` is false where a second opinion is worth its price. */
export interface LanguageFound {
  readonly language: string | null;
  readonly sure: boolean;
}

/** A second opinion: the ISO 639-1 code of a text in one of some languages, null for none. */
export type LanguageTieBreak = (text: string) => string | null;

const SAMPLE_UNITS = 4000;
/** Words are weighed in less. */
const WORD_SAMPLE_UNITS = 1500;
/** Chinese packs several letters into a character, and names stand in Latin letters inside other scripts, not the other way round. */
const LETTERS_PER_HAN = 6;
const LATIN_PER_CYRILLIC = 2.5;
const KANA_SHARE_OF_JAPANESE = 0.08;
const SURE_MARGIN = 2;

const OF_SCRIPT: Readonly<Record<Script, string>> = {
  ...{ Latn: "en", Cyrl: "ru", Hani: "zh", Kana: "ja", Hang: "ko", Arab: "ar", Hebr: "he", Grek: "el" },
  ...{ Thai: "th", Deva: "hi", Armn: "hy", Geor: "ka" },
};

/**
 * The language of a document or a headline: its script decides, and between languages of one script their own
 * letters, function words and endings. `tieBreak` is asked only where those do not tell.
 */
export function identifyLanguage(text: string, tieBreak?: LanguageTieBreak): LanguageFound {
  const sample = text.slice(0, SAMPLE_UNITS);
  const script = scriptOf(sample);
  if (script === null) return { language: null, sure: true };
  const found =
    script === "Cyrl" ? cyrillic(sample) : script === "Latn" ? latin(sample) : plain(script, sample);
  if (found.sure || !tieBreak) return found;
  const second = found.language === "ru" ? null : tieBreak(sample);
  const known = script === "Cyrl" ? CYRILLIC : LATIN_WORDS;
  return second !== null && Object.hasOwn(known, second) ? { language: second, sure: false } : found;
}

function scriptOf(sample: string): Script | null {
  const counts = countScripts(sample);
  const east = counts.Hani + counts.Kana;
  const weights = {
    ...counts,
    Hani: east * LETTERS_PER_HAN,
    Kana: 0,
    Hang: counts.Hang * 3,
    Cyrl: counts.Cyrl * LATIN_PER_CYRILLIC,
  };
  const [script, most] = Object.entries(weights).reduce((best, one) => (one[1] > best[1] ? one : best));
  if (most === 0) return null;
  const isJapanese = script === "Hani" && counts.Kana >= 2 && counts.Kana > KANA_SHARE_OF_JAPANESE * east;
  return isJapanese ? "Kana" : (script as Script);
}

function plain(script: Script, sample: string): LanguageFound {
  const isPersian = script === "Arab" && /[پچژگی]/.test(sample);
  const isUrdu = isPersian && /[ٹڈڑے]/.test(sample);
  return { language: isUrdu ? "ur" : isPersian ? "fa" : OF_SCRIPT[script], sure: true };
}

const FOREIGN_LETTER = -2.5;
const MISSED = 2;
const LETTERS_TO_MISS_ONE = 20;
const OWN_LETTER = 1.2;
const WORD = 1;
const ENDING = 0.25;
/** Where nothing tells, Cyrillic is Russian and Latin is English more often than anything else. */
const PRIOR = 1.5;

const CYRILLIC_SHARED = "абвгдежзиклмнопрстуфхцчшйщьъюя";
const CYRILLIC_INDEX = Object.entries(CYRILLIC).map(([language, signs]) => ({ language, ...indexed(signs) }));

function indexed({ letters, frequent, never, words, endings }: CyrillicSigns) {
  const own =
    CYRILLIC_SHARED.split("")
      .filter((letter) => !never.includes(letter))
      .join("") + letters;
  return {
    alphabet: new Set(own),
    letters: new Set(letters),
    frequent,
    words: new Set(words.split(" ")),
    endings: endings.split(" "),
  };
}

/** Of the alphabets here only the Russian has ы, э or ё without і, ў or a letter that Russian lacks. */
const ONLY_RUSSIAN = /[ыэё]/i;
const NOT_RUSSIAN = /[\u0402-\u040f\u0450\u0452-\u052f]/;

function cyrillic(whole: string): LanguageFound {
  if (ONLY_RUSSIAN.test(whole) && !NOT_RUSSIAN.test(whole)) return { language: "ru", sure: true };
  const sample = whole.slice(0, WORD_SAMPLE_UNITS);
  const words = sample.toLowerCase().match(/[\u0400-\u052f]+/g) ?? [];
  const letters = new Map<string, number>();
  for (const word of words) for (const letter of word) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  const letterCount = words.join("").length;
  const scores = CYRILLIC_INDEX.map(({ language, ...signs }): Scored => {
    let score = language === "ru" ? PRIOR : 0;
    for (const [letter, count] of letters) {
      if (!signs.alphabet.has(letter)) score += FOREIGN_LETTER * count;
      else if (signs.letters.has(letter)) score += OWN_LETTER * count;
    }
    const missing = signs.frequent.split("").filter((letter) => !letters.has(letter)).length;
    score -= missing * Math.min(MISSED, letterCount / LETTERS_TO_MISS_ONE);
    for (const word of words) {
      if (signs.words.has(word)) score += WORD;
      else if (word.length > 4 && signs.endings.some((ending) => word.endsWith(ending))) score += ENDING;
    }
    return { language, score };
  });
  return likeliest(scores);
}

const LATIN = Object.keys(LATIN_WORDS);
const ENGLISH = LATIN.indexOf("en");
const LATIN_OF_WORD = languagesOf(LATIN.map((language) => LATIN_WORDS[language]!.split(" ")));
const LATIN_OF_LETTER = languagesOf(LATIN.map((language) => (LATIN_LETTERS[language] ?? "").split("")));

/** Numbers of the languages that have each sign. */
function languagesOf(signs: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [language, all] of signs.entries()) {
    for (const sign of all) found.set(sign, [...(found.get(sign) ?? []), language]);
  }
  return found;
}

function latin(sample: string): LanguageFound {
  const scores = new Float64Array(LATIN.length);
  scores[ENGLISH] = PRIOR / 2;
  const lower = sample.slice(0, WORD_SAMPLE_UNITS).toLowerCase();
  for (const word of lower.match(/[a-z\u00c0-\u024f\u1e00-\u1eff]+(?:['’][a-z]+)*/g) ?? []) {
    for (const language of LATIN_OF_WORD.get(word) ?? []) scores[language]! += WORD;
  }
  for (const letter of lower.match(/[^\0-\u007f]/g) ?? []) {
    for (const language of LATIN_OF_LETTER.get(letter) ?? []) scores[language]! += OWN_LETTER / 2;
  }
  return likeliest(Array.from(scores, (score, i) => ({ language: LATIN[i]!, score })));
}

interface Scored {
  readonly language: string;
  readonly score: number;
}

function likeliest(scores: readonly Scored[]): LanguageFound {
  let [first, second] = [{ language: "", score: -Infinity }, -Infinity];
  for (const one of scores) {
    if (one.score > first.score) [first, second] = [one, first.score];
    else if (one.score > second) second = one.score;
  }
  return { language: first.language, sure: first.score - second >= SURE_MARGIN };
}
