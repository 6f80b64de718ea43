import type { ScannedWords } from "./word-scan.ts";

/** Words in a shingle; Chinese characters count as words. */
export const SHINGLE_WORDS = 5;

/** Of longer texts only one shingle in so many is indexed, the same ones in every text. */
const KEEP_ONE_IN = 4;
const KEEP_BELOW = 2 ** 32 / KEEP_ONE_IN;
/** Up to so many shingles all are indexed. */
const SHORT = 48;

const BASE = 0x9e3779b1 | 0;
const OLDEST = power(BASE, SHINGLE_WORDS - 1);

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

/** The 32-bit hash of every run of five words, in order; a shorter text is one shingle. */
export function shinglesOf({ hashes }: ScannedWords): Int32Array {
  const { length } = hashes;
  const size = Math.min(SHINGLE_WORDS, length);
  const shingles = new Int32Array(length === 0 ? 0 : length - size + 1);
  let rolling = 0;
  for (let i = 0; i < length; i++) {
    if (i >= size) rolling = (rolling - Math.imul(hashes[i - size]!, OLDEST)) | 0;
    rolling = (Math.imul(rolling, BASE) + hashes[i]!) | 0;
    if (i >= size - 1) shingles[i - size + 1] = mixed(rolling);
  }
  return shingles;
}

/** The last step of MurmurHash3: every bit of the sum moves every bit of the key. Appleby 2011. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The shingles that stand for a text in an index. */
export interface Sketch {
  readonly shingles: Int32Array;
  /** Nothing was left out. */
  readonly isWhole: boolean;
}

/**
 * The shingles whose hash falls below a bound, a MinHash sketch whose size grows with the text, so that it
 * estimates containment (Irber et al. 2022); all of them where the text is short.
 */
export function sketchOf(shingles: Int32Array): Sketch {
  if (shingles.length <= SHORT) return { shingles, isWhole: true };
  const kept = new Int32Array(shingles.length);
  let used = 0;
  for (let i = 0; i < shingles.length; i++) if (isKept(shingles[i]!)) kept[used++] = shingles[i]!;
  return { shingles: kept.slice(0, used), isWhole: false };
}

/** Whether every text that has this shingle has it in its sketch. */
export function isKept(shingle: number): boolean {
  return shingle >>> 0 < KEEP_BELOW;
}
