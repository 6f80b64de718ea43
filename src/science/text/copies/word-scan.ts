/** A text as a row of hashed words; a Chinese character is a word, and so is a number whatever its separators. */
export interface ScannedWords {
  /** 32-bit hashes, one a word. */
  readonly hashes: Int32Array;
  /** `NUMBER`, `CAPITALISED`, `HAN` bits, one byte a word. */
  readonly marks: Uint8Array;
}

export const NUMBER = 1;
/** Begins with a capital inside a sentence: likely a name. */
export const CAPITALISED = 2;
export const HAN = 4;

const [OTHER, LETTER, DIGIT, IDEOGRAPH, STOP] = [0, 1, 2, 3, 4];
const LENGTH = 0x10000;

/** The class and the folded form of each UTF-16 unit: lower case, ё as е, full-width digits as ASCII. */
const { classes, folded } = foldingTables();

function foldingTables() {
  const classes = new Uint8Array(LENGTH);
  const folded = new Uint16Array(LENGTH);
  for (let unit = 0; unit < LENGTH; unit++) {
    const [kind, form] = foldOf(unit);
    classes[unit] = kind;
    folded[unit] = form;
  }
  return { classes, folded };
}

function foldOf(unit: number): [number, number] {
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19))
    return [DIGIT, 0x30 + (unit & 15)];
  if (unit >= 0x3400 && unit < 0xa000) return [IDEOGRAPH, unit];
  if (unit >= 0xd800 && unit < 0xf900) return [OTHER, unit];
  const text = String.fromCharCode(unit);
  if (/[.!?\n。！？:]/u.test(text)) return [STOP, unit];
  if (!/[\p{L}\p{M}]/u.test(text)) return [OTHER, unit];
  const lower = text.toLowerCase().replace("ё", "е");
  return [LETTER, lower.length === 1 ? lower.charCodeAt(0) : unit];
}

let hashBuffer = new Int32Array(1 << 12);
let markBuffer = new Uint8Array(1 << 12);

/** Splits a text into hashed words in one pass; apostrophes and hyphens split, case does not count. */
export function scanWords(text: string): ScannedWords {
  const { length } = text;
  if (hashBuffer.length < length + 1) {
    hashBuffer = new Int32Array(2 * length);
    markBuffer = new Uint8Array(2 * length);
  }
  const [hashes, marks] = [hashBuffer, markBuffer];
  let count = 0;
  let begins = true;
  for (let i = 0; i < length;) {
    const unit = text.charCodeAt(i);
    const kind = classes[unit]!;
    if (kind === LETTER) {
      let hash = 0x811c9dc5;
      const from = i;
      do {
        hash = Math.imul(hash ^ folded[text.charCodeAt(i)]!, 0x01000193);
        i++;
      } while (i < length && classes[text.charCodeAt(i)] === LETTER);
      hashes[count] = hash;
      marks[count++] = folded[unit] !== unit && !begins && i - from > 1 ? CAPITALISED : 0;
      begins = false;
    } else if (kind === DIGIT) {
      i = scanNumber(text, i);
      hashes[count] = numberHash;
      marks[count++] = NUMBER;
      begins = false;
    } else if (kind === IDEOGRAPH) {
      hashes[count] = Math.imul(unit, 0x9e3779b1);
      marks[count++] = HAN;
      i++;
    } else {
      if (kind === STOP) begins = true;
      i++;
    }
  }
  return { hashes: hashes.slice(0, count), marks: marks.slice(0, count) };
}

let numberHash = 0;

/** Reads a number from `i`, leaving its hash in `numberHash`: 1,200 and 1 200 and 1200 are one number. */
function scanNumber(text: string, i: number): number {
  let hash = 0x2545f491;
  let run = 0;
  for (;;) {
    const unit = text.charCodeAt(i);
    if (classes[unit] === DIGIT) {
      hash = Math.imul(hash ^ folded[unit]!, 0x01000193);
      run++;
      i++;
    } else if (run <= 3 && isThousands(text, i)) {
      run = 0;
      i++;
    } else if ((unit === 0x2e || unit === 0x2c) && classes[text.charCodeAt(i + 1)] === DIGIT) {
      hash = Math.imul(hash ^ 0x2e, 0x01000193);
      run = 9;
      i++;
    } else break;
  }
  numberHash = hash;
  return i;
}

const SEPARATORS = new Set([0x2c, 0x20, 0xa0, 0x2009, 0x202f]);

/** Whether a separator of thousands stands at `i`: exactly three digits follow. */
function isThousands(text: string, i: number): boolean {
  if (!SEPARATORS.has(text.charCodeAt(i))) return false;
  const isDigit = (at: number) => classes[text.charCodeAt(at)] === DIGIT;
  return isDigit(i + 1) && isDigit(i + 2) && isDigit(i + 3) && !isDigit(i + 4);
}
