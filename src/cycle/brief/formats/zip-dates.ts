/** ZIP entries carry the time they were packed; one fixed day makes the same content the same bytes. */
import type { Day } from "#model/day.ts";

/** Signatures and, after them, the offsets of the date and of what leads to the next record (APPNOTE 4.3). */
const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRIES_AT = 10;
const DIRECTORY_AT = 16;
const CENTRAL = { length: 46, time: 12, nameLength: 28, localAt: 42 };
const LOCAL = { time: 10 };

/** The same archive with every entry dated midnight of a day, which must lie between 1980 and 2107. */
export function withZipDates(archive: Uint8Array, day: Day): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(archive);
  const view = new DataView(copy.buffer);
  const end = copy.length - END_LENGTH;
  if (view.getUint32(end, true) !== END) throw new RangeError("archive must be a ZIP without a comment");
  let at = view.getUint32(end + DIRECTORY_AT, true);
  for (let entry = view.getUint16(end + ENTRIES_AT, true); entry > 0; entry--) {
    writeDate(view, at + CENTRAL.time, day);
    writeDate(view, view.getUint32(at + CENTRAL.localAt, true) + LOCAL.time, day);
    at += CENTRAL.length + lengthsAfter(view, at + CENTRAL.nameLength);
  }
  return copy;
}

/** Lengths of name, extra field and comment. */
function lengthsAfter(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint16(at + 2, true) + view.getUint16(at + 4, true);
}

/** MS-DOS time and date: midnight, then years since 1980, month and day packed into 16 bits. */
function writeDate(view: DataView, at: number, day: Day): void {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, ((year - 1980) << 9) | (month << 5) | date, true);
}
