import { declaredEncoding, headerEncoding } from "./declared-encoding.ts";
import { countHigh, guessEncoding, readingPerByte } from "./guess-encoding.ts";
import { utf8Evidence } from "./utf8-evidence.ts";
import { decodeUtf32, wideEncoding } from "./wide-units.ts";

/** The encoding that bytes were read in, and what told it. */
interface Told {
  /** WHATWG name, or utf-32le, utf-32be. */
  readonly encoding: string;
  readonly toldBy: "mark" | "zeros" | "declaration" | "header" | "bytes";
}

/** Text from the world's bytes. */
export interface DecodedBytes extends Told {
  readonly text: string;
}

/** The same text in pieces, no character parted. */
export interface DecodedPieces extends Told {
  readonly pieces: readonly string[];
}

/** A declared reading that is this much less likely (ln, each byte) than the best one is a lie. */
const LIE_MARGIN = 1.2;
const FEW_BYTES = 12;
/** A string of more than some 64 KB gets memory of its own from the system, which costs ten times what decoding does. */
const PIECE_BYTES = 32_768;

interface DecodeOptions {
  readonly contentType?: string | null;
}

/**
 * Bytes of a page or feed → text: a byte order mark goes before a declaration in the document, that before the
 * HTTP header's charset, that before the bytes themselves; a declaration the bytes contradict is not believed.
 * Never fails: what cannot be read becomes U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, options: DecodeOptions = {}): DecodedBytes {
  const { pieces, ...told } = decodePieces(bytes, options);
  return { text: pieces.join(""), ...told };
}

/** As `decodeBytes`, for readers that take a text piece by piece. */
export function decodePieces(bytes: Uint8Array, { contentType }: DecodeOptions = {}): DecodedPieces {
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, { encoding: wide.encoding, toldBy: wide.marked ? "mark" : "zeros" });
  if (hasUtf8Mark(bytes)) return decoded(bytes, { encoding: "utf-8", toldBy: "mark" });
  const said = saidEncoding(bytes, contentType ?? null);
  const pieces = asUtf8(bytes);
  if (pieces === null) return decoded(bytes, toldByBrokenUtf8(bytes, said));
  const beyondAscii = pieces.reduce((left, { length }) => left - length, bytes.length);
  const shifts = beyondAscii === 0 ? hasShifts(bytes) : null;
  if (shifts) return decoded(bytes, shifts);
  if (said === null || said.encoding === "utf-8") return { pieces, ...utf8ToldBy(said) };
  if (beyondAscii === 0) return decoded(bytes, said);
  const isChance = beyondAscii < 3 && isEastAsian(said.encoding);
  return isChance ? decoded(bytes, checked(bytes, said)) : { pieces, ...utf8ToldBy(said) };
}

function decoded(bytes: Uint8Array, { encoding, toldBy }: Told): DecodedPieces {
  return { pieces: decodeAs(bytes, encoding), encoding, toldBy };
}

const hasUtf8Mark = ([a, b, c]: Uint8Array) => a === 0xef && b === 0xbb && c === 0xbf;

function asUtf8(bytes: Uint8Array): string[] | null {
  try {
    return piecesOf(bytes, new TextDecoder("utf-8", { fatal: true }));
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string[] {
  if (encoding.startsWith("utf-32")) return [decodeUtf32(bytes, encoding === "utf-32le")];
  return piecesOf(bytes, new TextDecoder(encoding));
}

function piecesOf(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const stream = from + PIECE_BYTES < bytes.length;
    pieces.push(decoder.decode(bytes.subarray(from, from + PIECE_BYTES), { stream }));
  }
  return pieces;
}

/** A few broken sequences among many whole ones are damage, not another encoding. */
function toldByBrokenUtf8(bytes: Uint8Array, said: Told | null): Told {
  const { whole, broken } = utf8Evidence(bytes);
  if (said === null) return whole > 5 * broken ? utf8ToldBy(said) : guessed(bytes);
  if (said.encoding !== "utf-8") return checked(bytes, said);
  return whole > broken ? said : guessed(bytes);
}

function utf8ToldBy(said: Told | null): Told {
  return { encoding: "utf-8", toldBy: said?.encoding === "utf-8" ? said.toldBy : "bytes" };
}

function guessed(bytes: Uint8Array): Told {
  return { encoding: guessEncoding(bytes).encoding, toldBy: "bytes" };
}

function checked(bytes: Uint8Array, said: Told): Told {
  const saidPerByte = readingPerByte(bytes, said.encoding);
  const best = guessEncoding(bytes);
  const margin = countHigh(bytes) < FEW_BYTES ? 2 * LIE_MARGIN : LIE_MARGIN;
  return best.perByte - saidPerByte > margin ? { encoding: best.encoding, toldBy: "bytes" } : said;
}

function saidEncoding(bytes: Uint8Array, contentType: string | null): Told | null {
  const declared = declaredEncoding(bytes);
  if (declared !== null && isByteWise(declared))
    return { encoding: trusted(declared), toldBy: "declaration" };
  const header = headerEncoding(contentType);
  return header !== null && isByteWise(header) ? { encoding: trusted(header), toldBy: "header" } : null;
}

/** Bytes without zeros are no UTF-16 whatever they say; ASCII in name is windows-1252 in practice (WHATWG). */
const isByteWise = (encoding: string) => !/^utf-(16|32)/.test(encoding);
const trusted = (encoding: string) =>
  encoding === "us-ascii" ? "windows-1252" : encoding === "gbk" ? "gb18030" : encoding;

const isEastAsian = (encoding: string) => /^(gb|big5|shift|euc|iso-2022)/.test(encoding);

/** ISO-2022-JP is written in ASCII bytes with escapes. */
function hasShifts(bytes: Uint8Array): Told | null {
  const at = bytes.indexOf(0x1b);
  const isShift = at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
  return isShift ? { encoding: "iso-2022-jp", toldBy: "bytes" } : null;
}
