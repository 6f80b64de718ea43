import type { Header } from "./header.ts";
import { RasterRefused } from "./raster-refused.ts";
import { sizeOfType, type Tag } from "./tag-values.ts";

/** One image of a TIFF file by its fields. */
export interface Directory {
  readonly at: number;
  readonly tags: ReadonlyMap<number, Tag>;
}

/** The order of bytes, the width of offsets, and the images in their order. */
export interface Directories {
  readonly isLittleEndian: boolean;
  readonly isBig: boolean;
  readonly all: readonly Directory[];
}

const MOST_DIRECTORIES = 512;
const MOST_TAGS = 1024;
const SUB_DIRECTORIES = 330;

interface Form {
  readonly isLittleEndian: boolean;
  readonly isBig: boolean;
}

/**
 * Reads the chain of directories of a TIFF or BigTIFF file (TIFF 6.0 §2), and the side chains that hang on them.
 * RasterRefused where it is none, where the chain comes back to itself, or where it does not end.
 */
export async function readDirectories(header: Header): Promise<Directories> {
  const start = await header(0, 16).catch(async () => header(0, 8));
  const form = formOf(start);
  const view = viewOf(start);
  const first = form.isBig ? wide(view, 8, form) : view.getUint32(4, form.isLittleEndian);
  const all: Directory[] = [];
  const seen = new Set<number>();
  const waiting = [first];
  while (waiting.length > 0) {
    for (let at = waiting.shift()!; at !== 0;) {
      if (seen.has(at)) throw new RasterRefused(`its directories come back to the one at byte ${at}`);
      if (seen.size >= MOST_DIRECTORIES)
        throw new RasterRefused(`it has more than ${MOST_DIRECTORIES} directories`);
      seen.add(at);
      const { directory, next, below } = await readDirectory(header, form, at);
      all.push(directory);
      waiting.push(...below);
      at = next;
    }
  }
  if (all.length === 0) throw new RasterRefused("it holds no image");
  return { ...form, all };
}

function formOf(start: Uint8Array): Form {
  const order = String.fromCharCode(start[0]!, start[1]!);
  if (order !== "II" && order !== "MM") throw new RasterRefused(`it is no TIFF: ${lookOf(start)}`);
  const isLittleEndian = order === "II";
  const version = viewOf(start).getUint16(2, isLittleEndian);
  if (version === 42) return { isLittleEndian, isBig: false };
  if (version === 43 && start.length >= 16 && viewOf(start).getUint16(4, isLittleEndian) === 8) {
    return { isLittleEndian, isBig: true };
  }
  throw new RasterRefused(`it is no TIFF: its version is ${version} where 42 or 43 would be right`);
}

const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(!doctype|html|head)/i, "it begins like a web page"],
  [/^\s*</, "it begins like XML"],
  [/^\s*[{[]/, "it begins like JSON"],
  [/^\u0089PNG/, "it is a PNG picture"],
  [/^\u00ff\u00d8\u00ff/, "it is a JPEG picture"],
  [/^....(jP|ftyp)/s, "it is a JPEG 2000 or MP4 file"],
  [/^PK/, "it is a ZIP archive"],
];

function lookOf(start: Uint8Array): string {
  const text = String.fromCharCode(...start);
  return LOOKS.find(([look]) => look.test(text))?.[1] ?? "it does not begin with II or MM";
}

async function readDirectory(header: Header, form: Form, at: number) {
  const { isLittleEndian, isBig } = form;
  const [countBytes, entryBytes, offsetBytes] = isBig ? [8, 20, 8] : [2, 12, 4];
  const head = viewOf(await header(at, countBytes!));
  const count = isBig ? wide(head, 0, form) : head.getUint16(0, isLittleEndian);
  if (count === 0 || count > MOST_TAGS) {
    throw new RasterRefused(`the directory at byte ${at} claims ${count} fields`);
  }
  const length = countBytes! + count * entryBytes! + offsetBytes!;
  const view = viewOf(await header(at, length));
  const tags = new Map<number, Tag>();
  const below: number[] = [];
  for (let i = 0; i < count; i++) {
    const entry = countBytes! + i * entryBytes!;
    const type = view.getUint16(entry + 2, isLittleEndian);
    const values = isBig ? wide(view, entry + 4, form) : view.getUint32(entry + 4, isLittleEndian);
    const slot = entry + (isBig ? 12 : 8);
    const isInline = values * sizeOfType(type) <= offsetBytes!;
    const far = isBig ? () => wide(view, slot, form) : () => view.getUint32(slot, isLittleEndian);
    const id = view.getUint16(entry, isLittleEndian);
    if (sizeOfType(type) === 0 || tags.has(id)) continue;
    tags.set(id, { type, count: values, offset: isInline ? at + slot : far() });
    if (id === SUB_DIRECTORIES && values === 1) below.push(far());
  }
  const end = length - offsetBytes!;
  const next = isBig ? wide(view, end, form) : view.getUint32(end, isLittleEndian);
  return { directory: { at, tags }, next, below };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function wide(view: DataView, at: number, { isLittleEndian }: Form): number {
  const value = Number(view.getBigUint64(at, isLittleEndian));
  if (value > Number.MAX_SAFE_INTEGER) throw new RasterRefused(`a number in its header is beyond 2^53`);
  return value;
}
