import { gunzipSync } from "node:zlib";
import type { Capture } from "#model/capture.ts";
import { InputError } from "#model/input-error.ts";

const MOST_BYTES = 2 ** 30;

/** The text a capture holds, unpacked where it is gzip; InputError where the packing or the encoding is broken. */
export function textOfCapture({ url, bytes }: Pick<Capture, "url" | "bytes">): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(unpacked(bytes));
  } catch (error) {
    const wrong = error instanceof Error ? error.message : String(error);
    const right = `expected UTF-8, plain or packed with gzip, of ${MOST_BYTES / 2 ** 20} MiB at most`;
    throw new InputError([{ file: url.replace(/^file:/, ""), wrong, right }]);
  }
}

/** The bytes as they are, or what they hold where they are gzip; throws where the packing is broken. */
export function unpacked(bytes: Uint8Array): Uint8Array {
  return isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
