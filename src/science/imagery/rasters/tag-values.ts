import type { Header } from "./header.ts";
import { RasterRefused } from "./raster-refused.ts";

/** One field of a directory; its values stand at `offset` in the file. */
export interface Tag {
  readonly type: number;
  readonly count: number;
  readonly offset: number;
}

const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

/** Bytes of one value of a TIFF field type, 0 for a type that is not known. */
export function sizeOfType(type: number): number {
  return SIZES[type] ?? 0;
}

const MOST_VALUES = 4 * 1024 * 1024;

/** The numbers of a field, or `count` of them from `from` on; rationals as quotients. */
export async function numbersOf(
  header: Header,
  tag: Tag,
  isLittleEndian: boolean,
  from = 0,
  count = tag.count - from,
): Promise<number[]> {
  const size = sizeOfType(tag.type);
  if (count > MOST_VALUES) throw new RasterRefused(`a field of its header claims ${count} values`);
  if (from + count > tag.count)
    throw new RasterRefused(`a field has ${tag.count} values, not ${from + count}`);
  const bytes = await header(tag.offset + from * size, count * size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, i) => readNumber(view, i * size, tag.type, isLittleEndian));
}

/** The numbers of a directory's field by its id, the first `most` of them; none where it has no such field. */
export async function numbersOfField(
  header: Header,
  { tags }: { readonly tags: ReadonlyMap<number, Tag> },
  id: number,
  isLittleEndian: boolean,
  most = Infinity,
): Promise<number[]> {
  const tag = tags.get(id);
  return tag === undefined ? [] : numbersOf(header, tag, isLittleEndian, 0, Math.min(tag.count, most));
}

/** The text of a field, without what follows its end. */
export async function textOf(header: Header, tag: Tag): Promise<string> {
  if (tag.count > MOST_VALUES) throw new RasterRefused(`a text of its header claims ${tag.count} bytes`);
  const text = new TextDecoder().decode(await header(tag.offset, tag.count * sizeOfType(tag.type)));
  return text.split("\u0000")[0]!.trim();
}

/** The bytes of a field as they stand. */
export async function bytesOf(header: Header, tag: Tag): Promise<Uint8Array> {
  if (tag.count > MOST_VALUES) throw new RasterRefused(`a field of its header claims ${tag.count} bytes`);
  return header(tag.offset, tag.count * sizeOfType(tag.type));
}

const READERS: Readonly<Record<number, (view: DataView, at: number, isLittle: boolean) => number>> = {
  1: (view, at) => view.getUint8(at),
  2: (view, at) => view.getUint8(at),
  3: (view, at, isLittle) => view.getUint16(at, isLittle),
  4: (view, at, isLittle) => view.getUint32(at, isLittle),
  5: (view, at, isLittle) => view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle),
  6: (view, at) => view.getInt8(at),
  7: (view, at) => view.getUint8(at),
  8: (view, at, isLittle) => view.getInt16(at, isLittle),
  9: (view, at, isLittle) => view.getInt32(at, isLittle),
  10: (view, at, isLittle) => view.getInt32(at, isLittle) / view.getInt32(at + 4, isLittle),
  11: (view, at, isLittle) => view.getFloat32(at, isLittle),
  12: (view, at, isLittle) => view.getFloat64(at, isLittle),
  13: (view, at, isLittle) => view.getUint32(at, isLittle),
  16: (view, at, isLittle) => Number(view.getBigUint64(at, isLittle)),
  17: (view, at, isLittle) => Number(view.getBigInt64(at, isLittle)),
  18: (view, at, isLittle) => Number(view.getBigUint64(at, isLittle)),
};

function readNumber(view: DataView, at: number, type: number, isLittle: boolean): number {
  return READERS[type]!(view, at, isLittle);
}
