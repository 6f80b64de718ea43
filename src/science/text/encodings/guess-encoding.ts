import { readingLikelihood } from "./reading-likelihood.ts";

/** What feeds and pages are written in, and ln of how likely each is before looking, roughly. */
const PRIOR: Readonly<Record<string, number>> = {
  "windows-1252": 0,
  "windows-1251": 0,
  gb18030: 0,
  big5: -1,
  shift_jis: -1,
  "euc-jp": -1,
  "euc-kr": -1,
  "koi8-r": -1,
  "windows-1250": -1,
  "windows-1253": -4,
  "windows-1254": -3,
  "windows-1255": -4,
  "windows-1256": -3,
  "windows-874": -3,
  "iso-8859-2": -3,
  "koi8-u": -3,
  ibm866: -8,
  "iso-8859-5": -5,
};

const SAMPLE_BYTES = 16_384;

/** An encoding and the mean ln likelihood of its reading for each byte beyond ASCII. */
export interface Guess {
  readonly encoding: string;
  readonly perByte: number;
}

/** The likeliest legacy encoding of bytes that are not UTF-8; windows-1252 where nothing tells. */
export function guessEncoding(bytes: Uint8Array): Guess {
  const sample = sampleOf(bytes);
  let best: Guess = { encoding: "windows-1252", perByte: -Infinity };
  const high = countHigh(sample);
  for (const [encoding, prior] of Object.entries(PRIOR)) {
    const perByte = likelihoodIn(encoding, sample) + prior / Math.max(1, high);
    if (perByte > best.perByte) best = { encoding, perByte };
  }
  return best;
}

/** How likely the bytes are when read in one encoding, as `Guess.perByte`. */
export function readingPerByte(bytes: Uint8Array, encoding: string): number {
  return likelihoodIn(encoding, sampleOf(bytes));
}

function likelihoodIn(encoding: string, sample: Uint8Array): number {
  const high = countHigh(sample);
  return high === 0 ? 0 : readingLikelihood(new TextDecoder(encoding).decode(sample)) / high;
}

export function countHigh(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
}

/** From just before the first byte beyond ASCII, cut where a character cannot be split. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  if (first < 0) return bytes.subarray(0, 0);
  const from = Math.max(0, first - 16);
  const end = Math.min(bytes.length, from + SAMPLE_BYTES);
  const cut = bytes.subarray(from, end).lastIndexOf(0x20);
  return end < bytes.length && cut > 0 ? bytes.subarray(from, from + cut) : bytes.subarray(from, end);
}
