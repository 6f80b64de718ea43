import { placeAt, type TextPlace } from "./text-place.ts";

/** The first byte no reading of the file allows. */
export interface DecodeFault extends TextPlace {
  /** Bytes before it, from 0. */
  readonly offset: number;
  readonly wrong: string;
  readonly right: string;
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/**
 * Bytes → text without a byte order mark: UTF-8, or UTF-16 where a byte order mark says so. Nothing is
 * guessed and nothing replaced: other bytes, and NUL (UTF-16 without its mark), give the fault.
 */
export function decodeText(bytes: Uint8Array): string | DecodeFault {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const nul = text.indexOf("\0");
    return nul < 0 ? text : faultAt(bytes, encoding, lengthIn(encoding, bytes, text.slice(0, nul)));
  } catch {
    return faultAt(
      bytes,
      encoding,
      encoding === "utf-8" ? firstBadUtf8(bytes) : firstBadUtf16(bytes, encoding),
    );
  }
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Bytes that the decoded head of a file takes up in it, the mark included. */
function lengthIn(encoding: Encoding, bytes: Uint8Array, head: string): number {
  if (encoding !== "utf-8") return 2 + 2 * head.length;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return mark + new TextEncoder().encode(head).length;
}

function faultAt(bytes: Uint8Array, encoding: Encoding, offset: number): DecodeFault {
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, offset));
  const byte = `0x${bytes[offset]!.toString(16).toUpperCase().padStart(2, "0")}`;
  return {
    ...placeAt(head, head.length),
    offset,
    wrong: `byte ${byte} at offset ${offset} is not ${encoding.toUpperCase()} text`,
    right: "expected UTF-8, or UTF-16 with a byte order mark",
  };
}

function firstBadUtf8(bytes: Uint8Array): number {
  let at = 0;
  for (let width = 1; width > 0; at += width) width = sequenceWidth(bytes, at);
  return at;
}

/** Bytes in the well-formed sequence that begins here, 0 for none (The Unicode Standard, table 3-7). */
function sequenceWidth(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0xff;
  if (lead < 0x80) return 1;
  const width = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const isTail = (byte = 0, from = 0x80, to = 0xbf) => byte >= from && byte <= to;
  if (width === 0 || !isTail(bytes[at + 1], low, high)) return 0;
  return bytes.subarray(at + 2, at + width).every((byte) => isTail(byte)) && at + width <= bytes.length
    ? width
    : 0;
}

/** The first surrogate without its partner, or the odd byte at the end. */
function firstBadUtf16(bytes: Uint8Array, encoding: Encoding): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kindAt = (at: number) =>
    at + 1 < bytes.length ? view.getUint16(at, encoding === "utf-16le") >> 10 : undefined;
  let at = 0;
  while (at + 1 < bytes.length) {
    const kind = kindAt(at);
    const isPair = kind === 0x36 && kindAt(at + 2) === 0x37;
    if (!isPair && (kind === 0x36 || kind === 0x37)) return at;
    at += isPair ? 4 : 2;
  }
  return at;
}
