import type { ByteRange } from "./byte-source.ts";

/** One request, and which of the wanted stretches it brings. */
export interface Request extends ByteRange {
  readonly parts: readonly number[];
}

const WIDEST_GAP = 16 * 1024;
const LONGEST_REQUEST = 16 * 1024 * 1024;

/**
 * Joins stretches that lie close together. What a request brings beside the wanted bytes is never more than they
 * are, so that at most twice the wanted bytes are read; stretches may overlap.
 */
export function coalesce(wanted: readonly ByteRange[]): Request[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]!.offset - wanted[b]!.offset);
  const requests: Request[] = [];
  let open: { offset: number; end: number; spare: number; parts: number[] } | null = null;
  for (const part of order) {
    const { offset, length } = wanted[part]!;
    const gap: number = open === null ? Infinity : offset - open.end;
    const isNear: boolean = gap <= Math.min(WIDEST_GAP, open === null ? 0 : Math.max(open.spare, length));
    if (open !== null && isNear && offset + length - open.offset <= LONGEST_REQUEST) {
      const fresh = Math.max(0, offset + length - Math.max(open.end, offset));
      open.spare += fresh - Math.max(0, gap);
      open.end = Math.max(open.end, offset + length);
      open.parts.push(part);
      continue;
    }
    if (open !== null) requests.push(closed(open));
    open = { offset, end: offset + length, spare: length, parts: [part] };
  }
  if (open !== null) requests.push(closed(open));
  return requests;
}

function closed({ offset, end, parts }: { offset: number; end: number; parts: number[] }): Request {
  return { offset, length: end - offset, parts };
}
