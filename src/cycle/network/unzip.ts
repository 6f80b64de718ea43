import { crc32, inflateRawSync } from "node:zlib";
import { OutsideFailed } from "#model/input-error.ts";

/** A file of an archive. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_FILES = 16;
const MOST_GROWTH = 200;
const ALWAYS_ALLOWED_BYTES = 2 ** 20;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

export function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

/**
 * The files of a ZIP archive (PKWARE APPNOTE 6.3: stored or deflated, no encryption, no ZIP64), by its central
 * directory. OutsideFailed where it is broken, holds too many files, files that overlap, or more than `mostBytes`.
 */
export function unzip(archive: Uint8Array, mostBytes: number): ZippedFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return entriesOf(view, archive, mostBytes);
  } catch (error) {
    if (error instanceof OutsideFailed) throw error;
    throw new OutsideFailed(`the archive is broken: ${(error as Error).message}`, error);
  }
}

function entriesOf(view: DataView, archive: Uint8Array, mostBytes: number): ZippedFile[] {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES)
    throw new OutsideFailed(`the archive holds ${count} files, more than ${MOST_FILES}`);
  let left = Math.min(mostBytes, Math.max(archive.length * MOST_GROWTH, ALWAYS_ALLOWED_BYTES));
  const taken: Span[] = [];
  let at = view.getUint32(end + 16, true);
  const files: ZippedFile[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new OutsideFailed("the archive's list of files is broken");
    const packed = packedAt(view, archive, at);
    // Files that share their bytes are how a small archive becomes a large one without much growth in any.
    if (taken.some(({ from, to }) => packed.from < to && from < packed.to)) {
      throw new OutsideFailed("the files of the archive overlap");
    }
    taken.push(packed);
    const bytes = inflated(archive.subarray(packed.from, packed.to), view.getUint16(at + 10, true), left);
    left -= bytes.length;
    if (crc32(bytes) !== view.getUint32(at + 16, true))
      throw new OutsideFailed("a file of the archive is damaged");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const start = at + 46;
    files.push({ name: new TextDecoder().decode(archive.subarray(start, start + name)), bytes });
    at = start + name + extra + comment;
  }
  return files;
}

/** Where the end record stands, which a comment of up to 64 KiB may follow. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new OutsideFailed("the archive has no end: it is cut off, or none");
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function packedAt(view: DataView, archive: Uint8Array, at: number): Span {
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new OutsideFailed("the archive is encrypted");
  const [length, local] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (view.getUint32(local, true) !== LOCAL)
    throw new OutsideFailed("a file of the archive is not where it says");
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + length > archive.length) throw new OutsideFailed("the archive is cut off");
  return { from: start, to: start + length };
}

function inflated(packed: Uint8Array, method: number, most: number): Uint8Array {
  const tooLong = () => new OutsideFailed("the archive unpacks to more than it may");
  if (method === 0 && packed.length > most) throw tooLong();
  if (method === 0) return packed;
  if (method !== 8) throw new OutsideFailed(`the archive is packed by method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw tooLong();
    throw error;
  }
}
