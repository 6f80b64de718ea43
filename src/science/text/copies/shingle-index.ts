/** Which texts have a shingle in their sketch. */
export interface ShingleIndex {
  /** Texts that share shingles with this one, and how many, among the first that have each. */
  readonly sharing: (text: number, weigh?: (shingle: number) => number) => readonly Shared[];
  /** The first texts that have a shingle; `shingle` is a number of `shinglesIn`. */
  readonly textsWith: (shingle: number) => readonly number[];
  /** The shingles of a text, each once, numbered from 0. */
  readonly shinglesIn: (text: number) => Int32Array;
  readonly shingles: number;
  /** The hash of a shingle. */
  readonly keyOf: (shingle: number) => number;
}

export interface Shared {
  /** The number of the text in the order given. */
  readonly text: number;
  /** How many shingles are shared, or the sum of their weights. */
  readonly shingles: number;
}

/** A shingle remembers the first so many texts that have it: the original is among them, the flood is not. */
const MOST_REMEMBERED = 24;

/** The index of texts by their sketches. */
export function shingleIndex(sketches: readonly Int32Array[]): ShingleIndex {
  const { numbered, count, keyOf } = numberShingles(sketches);
  const { starts, texts } = postings(numbered, count);
  const sums = new Float64Array(sketches.length);
  const sharing = (text: number, weigh?: (shingle: number) => number): Shared[] => {
    const found: number[] = [];
    for (const shingle of numbered[text]!) {
      const weight = weigh === undefined ? 1 : weigh(shingle);
      if (weight === 0) continue;
      for (let k = starts[shingle]!; k < starts[shingle + 1]!; k++) {
        const other = texts[k]!;
        if (sums[other] === 0) found.push(other);
        sums[other]! += weight;
      }
    }
    const shared: Shared[] = [];
    for (const other of found) {
      if (other !== text) shared.push({ text: other, shingles: sums[other]! });
      sums[other] = 0;
    }
    return shared;
  };
  return {
    sharing,
    textsWith: (shingle) => [...texts.subarray(starts[shingle], starts[shingle + 1])],
    shinglesIn: (text) => numbered[text]!,
    shingles: count,
    keyOf,
  };
}

/** Each distinct shingle gets the next number; a text names each of its shingles once. */
function numberShingles(sketches: readonly Int32Array[]) {
  const total = sketches.reduce((sum, { length }) => sum + length, 0);
  let size = 64;
  while (size < 2 * total) size *= 2;
  const [keys, numbers] = [new Int32Array(size), new Int32Array(size)];
  const mask = size - 1;
  const hashes = new Int32Array(total);
  const lastText = new Int32Array(total).fill(-1);
  let count = 0;
  const numbered = sketches.map((sketch, text) => {
    const own = new Int32Array(sketch.length);
    let used = 0;
    for (let i = 0; i < sketch.length; i++) {
      const key = sketch[i]!;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
      while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
      if (numbers[slot] === 0) {
        keys[slot] = key;
        hashes[count] = key;
        numbers[slot] = ++count;
      }
      const number = numbers[slot]! - 1;
      if (lastText[number] === text) continue;
      lastText[number] = text;
      own[used++] = number;
    }
    return own.subarray(0, used);
  });
  return { numbered, count, keyOf: (shingle: number) => hashes[shingle]! };
}

function postings(numbered: readonly Int32Array[], count: number) {
  const lengths = new Int32Array(count);
  for (const own of numbered) {
    for (let i = 0; i < own.length; i++) if (lengths[own[i]!]! < MOST_REMEMBERED) lengths[own[i]!]!++;
  }
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i]! + lengths[i]!;
  const [texts, ends] = [new Int32Array(starts[count]!), starts.slice()];
  numbered.forEach((own, text) => {
    for (let i = 0; i < own.length; i++) {
      const shingle = own[i]!;
      if (ends[shingle]! < starts[shingle + 1]!) texts[ends[shingle]!++] = text;
    }
  });
  return { starts, texts };
}
