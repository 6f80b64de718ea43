/** Which texts have a shingle in their sketch. */
export interface ShingleIndex {
  /**
   * Tells of each earlier text that shares shingles with this one, among the first that have each, and the sum of
   * the weights of what is shared; `weights` has one number for each shingle, and next to nothing is left out.
   */
  readonly sharing: (
    text: number,
    look: { readonly weights: Float32Array; readonly texts: number },
    tell: (other: number, weight: number) => void,
  ) => void;
  /** The first texts that have a shingle; `shingle` is a number of `shinglesIn`. */
  readonly textsWith: (shingle: number) => Int32Array;
  /** The shingles of a text, each once, numbered from 0. */
  readonly shinglesIn: (text: number) => Int32Array;
  readonly shingles: number;
  /** The hash of a shingle. */
  readonly keyOf: (shingle: number) => number;
}

/** A shingle remembers the first so many texts that have it: the original is among them, the flood is not. */
const MOST_REMEMBERED = 200;

/** A shingle that weighs less is not followed. */
const NEXT_TO_NOTHING = 0.06;

/** The index of texts by their sketches. */
export function shingleIndex(sketches: readonly Int32Array[]): ShingleIndex {
  const { numbered, count, keyOf } = numberShingles(sketches);
  const { starts, texts } = postings(numbered, count);
  const sums = new Float64Array(sketches.length);
  const found = new Int32Array(sketches.length);
  const sharing: ShingleIndex["sharing"] = (text, { weights, texts: most }, tell) => {
    let count = 0;
    const own = numbered[text]!;
    for (let i = 0; i < own.length; i++) {
      const shingle = own[i]!;
      const weight = weights[shingle]!;
      if (weight < NEXT_TO_NOTHING) continue;
      const end = Math.min(starts[shingle + 1]!, starts[shingle]! + most);
      for (let k = starts[shingle]!; k < end; k++) {
        const other = texts[k]!;
        if (other >= text) break;
        if (sums[other] === 0) found[count++] = other;
        sums[other]! += weight;
      }
    }
    for (let i = 0; i < count; i++) {
      const other = found[i]!;
      tell(other, sums[other]!);
      sums[other] = 0;
    }
  };
  return {
    sharing,
    textsWith: (shingle) => texts.subarray(starts[shingle], starts[shingle + 1]),
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
