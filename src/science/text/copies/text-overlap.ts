/** How much of one text stands in another. */
export interface TextOverlap {
  /** Share of the shingles of either text that the other has; the larger of the two shares. */
  readonly contained: number;
  /** Shingles of the second text that the first has. */
  readonly shingles: number;
  /** Share of either text's beginning that the other has; the larger of the two. */
  readonly lead: number;
  /** Which shingles of the first text the second has. */
  readonly covered: Uint8Array;
}

const LEAD_SHINGLES = 36;

/** Makes the shingles of the first text ready to be compared with those of others. */
export function overlapWith(shingles: Int32Array): (others: Int32Array) => TextOverlap {
  const positionOf = positionTable(shingles);
  return (others) => {
    const shared = new Uint8Array(others.length);
    const covered = new Uint8Array(shingles.length);
    for (let i = 0; i < others.length; i++) {
      const position = positionOf(others[i]!);
      if (position < 0) continue;
      shared[i] = 1;
      covered[position] = 1;
    }
    const [matched, whole] = [sumTo(shared, shared.length), sumTo(covered, covered.length)];
    return {
      contained: Math.max(share(matched, shared.length), share(whole, covered.length)),
      shingles: matched,
      lead: Math.max(leadShare(shared), leadShare(covered)),
      covered,
    };
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

function leadShare(row: Uint8Array): number {
  const length = Math.min(LEAD_SHINGLES, row.length);
  return share(sumTo(row, length), length);
}

function sumTo(row: Uint8Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += row[i]!;
  return sum;
}

let slots = new Int32Array(1 << 12);

/** Where each shingle first stands in the text, −1 where it does not; good until the next table is made. */
function positionTable(shingles: Int32Array): (shingle: number) => number {
  let size = 64;
  while (size < 2 * shingles.length) size *= 2;
  if (slots.length < size) slots = new Int32Array(size);
  else slots.fill(0, 0, size);
  const table = slots;
  const mask = size - 1;
  for (let i = 0; i < shingles.length; i++) {
    let slot = shingles[i]! & mask;
    while (table[slot] !== 0 && shingles[table[slot]! - 1] !== shingles[i]) slot = (slot + 1) & mask;
    if (table[slot] === 0) table[slot] = i + 1;
  }
  return (shingle) => {
    let slot = shingle & mask;
    while (table[slot] !== 0 && shingles[table[slot]! - 1] !== shingle) slot = (slot + 1) & mask;
    return table[slot]! - 1;
  };
}
