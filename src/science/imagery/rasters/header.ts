import type { ByteSource } from "./byte-source.ts";
import { RasterRefused } from "./raster-refused.ts";

/** Reads stretches of a file's header, each block of it once. */
export type Header = (offset: number, length: number) => Promise<Uint8Array>;

const FIRST_BYTES = 32 * 1024;
const NEXT_BYTES = 16 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;

/** The header of a file: its first 32 KiB are read at once, which holds the whole of most headers. */
export function headerOf(source: ByteSource): Header {
  const blocks: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  let held = 0;
  return async (offset, length) => {
    const known = blocks.find(
      (block) => offset >= block.offset && offset + length <= block.offset + block.bytes.length,
    );
    if (known) return known.bytes.subarray(offset - known.offset, offset - known.offset + length);
    const least = offset === 0 ? FIRST_BYTES : NEXT_BYTES;
    if (held + length > MOST_BYTES) throw new RasterRefused(`its header is longer than ${MOST_BYTES} bytes`);
    const bytes = await source.read({ offset, length: Math.max(length, least) });
    if (bytes.length < length) {
      throw new RasterRefused(
        `it ends at byte ${offset + bytes.length}, where its header goes on to byte ${offset + length}`,
      );
    }
    blocks.push({ offset, bytes });
    held += bytes.length;
    return bytes.subarray(0, length);
  };
}
