import { COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from "./common-characters.ts";
import { LETTER_LOG } from "./letter-weights.ts";

const PUNCTUATION = new Set("«»“”„‘’–—…©№°·§®™•");
const NO_BREAK_SPACE = 0xa0;
const COMMON_HAN = new Set(COMMON_SIMPLIFIED + COMMON_TRADITIONAL);
const WIDE_PUNCTUATION = new Set("。，、：；？！「」『』（）《》“”‘’【】—…·・　％～");

const NEVER = Math.log(1e-7);
const ODD = Math.log(1e-4);
const COMMON_MARK = Math.log(1 / 60);
/** Half of running Chinese is in the table of some 550, the rest in some 3,500 more. */
const HAN_COMMON = Math.log(0.6 / 550);
const HAN_OTHER = Math.log(0.3 / 3500);
const HAN_RARE = Math.log(0.02 / 17_000);
const WIDE_MARK = Math.log(0.1 / 25);
const KANA = Math.log(1 / 90);
const HANGUL = Math.log(1 / 900);
const CAPITAL = Math.log(1 / 25);
/** A capital after a small letter, a Latin accent between accents, an alphabet glued to ASCII letters. */
const MISPLACED = Math.log(1 / 60);

type Kind = "none" | "latin" | "cyrillic" | "other" | "wide" | "ascii";

/**
 * ln likelihood of the characters beyond ASCII in a text, under one plain model of letters for all scripts: what
 * bytes read in the right encoding score best (after Li & Momoi 2001, composite approach, character distribution).
 */
export function readingLikelihood(text: string): number {
  let sum = 0;
  let before: Kind = "none";
  let smallBefore = false;
  let isThai = false;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      before = isAsciiLetter(code) ? "ascii" : "none";
      smallBefore = code >= 97 && code <= 122;
      continue;
    }
    const kind = kindOf(code);
    sum += characterLog(character, code, kind) + placeLog(kind, before);
    if (isThaiSign(code) && !isThai) sum += MISPLACED;
    isThai = code >= 0xe01 && code < 0xe60;
    const small = character.toLowerCase();
    const isCapital = small !== character;
    if (isCapital && kind !== "wide" && smallBefore) sum += MISPLACED;
    smallBefore = !isCapital && small !== character.toUpperCase();
    before = kind;
  }
  return sum;
}

/** Vowel signs and tones sit on a letter. */
const isThaiSign = (code: number) =>
  code === 0xe31 || (code >= 0xe34 && code <= 0xe3a) || (code >= 0xe47 && code <= 0xe4e);

const isAsciiLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;

function kindOf(code: number): Kind {
  if (code >= 0x2e80) return "wide";
  if (code >= 0x400 && code < 0x530) return "cyrillic";
  if (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) return "latin";
  return code >= 0x370 && code < 0x1000 ? "other" : "none";
}

function placeLog(kind: Kind, before: Kind): number {
  if (kind === "latin") return before === "latin" ? MISPLACED : before === "ascii" ? 0 : -1.5;
  if (kind === "cyrillic" || kind === "other")
    return before === "ascii" || before === "latin" ? MISPLACED : 0;
  return 0;
}

function characterLog(character: string, code: number, kind: Kind): number {
  if (code < 0xa0 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) return NEVER;
  if (kind === "wide") return wideLog(character, code);
  if (code === NO_BREAK_SPACE || PUNCTUATION.has(character)) return COMMON_MARK;
  if (kind !== "none") {
    const small = character.toLowerCase();
    const log = LETTER_LOG.get(small) ?? ODD;
    return small === character ? log : log + CAPITAL;
  }
  return ODD;
}

function wideLog(character: string, code: number): number {
  if (WIDE_PUNCTUATION.has(character)) return WIDE_MARK;
  if (code >= 0x3041 && code <= 0x30fe) return KANA;
  if (code >= 0xac00 && code <= 0xd7a3) return HANGUL;
  if (COMMON_HAN.has(character)) return HAN_COMMON;
  if (code >= 0x4e00 && code <= 0x9fa5) return HAN_OTHER;
  if (code >= 0xff01 && code <= 0xff5e) return ODD;
  return code >= 0xff61 && code <= 0xff9f ? ODD : HAN_RARE;
}
