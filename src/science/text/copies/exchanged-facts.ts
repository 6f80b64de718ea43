import { CAPITALISED, NUMBER, type ScannedWords } from "./word-scan.ts";

/** What two texts that share passages put in the same places: as many equal numbers and names, as many others. */
export interface ExchangedFacts {
  readonly sameNumbers: number;
  readonly changedNumbers: number;
  readonly sameNames: number;
  readonly changedNames: number;
}

/** The numbers or names of a text, and the words that stand beside each. */
interface FactsBeside {
  readonly all: ReadonlySet<number>;
  readonly beside: ReadonlyMap<number, readonly number[]>;
}

/** Makes the facts of the first text ready to be compared with those of others; order of sentences does not count. */
export function factsAgainst(first: ScannedWords): (second: ScannedWords) => ExchangedFacts {
  const numbers = factsBeside(first, NUMBER);
  const names = factsBeside(first, CAPITALISED);
  return (second) => {
    const [sameNumbers, changedNumbers] = compared(numbers, second, NUMBER);
    const [sameNames, changedNames] = compared(names, second, CAPITALISED);
    return { sameNumbers, changedNumbers, sameNames, changedNames };
  };
}

function factsBeside(words: ScannedWords, kind: number): FactsBeside {
  const all = new Set<number>();
  const beside = new Map<number, number[]>();
  for (let i = 0; i < words.hashes.length; i++) {
    if (!(words.marks[i]! & kind)) continue;
    const fact = words.hashes[i]!;
    all.add(fact);
    for (const key of contextsOf(words, i)) {
      const facts = beside.get(key);
      if (facts) facts.push(fact);
      else beside.set(key, [fact]);
    }
  }
  return { all, beside };
}

function compared({ all, beside }: FactsBeside, words: ScannedWords, kind: number): [number, number] {
  let [same, changed] = [0, 0];
  for (let i = 0; i < words.hashes.length; i++) {
    if (!(words.marks[i]! & kind)) continue;
    const fact = words.hashes[i]!;
    const there = contextsOf(words, i).map((key) => beside.get(key));
    if (there.some((facts) => facts?.includes(fact))) same++;
    else if (!all.has(fact) && there.some((facts) => facts !== undefined)) changed++;
  }
  return [same, changed];
}

/** The two words before and the two words after, as one key each. */
function contextsOf({ hashes }: ScannedWords, i: number): number[] {
  const word = (at: number) => hashes[at] ?? 0;
  const before = Math.imul(word(i - 2), 31) + word(i - 1);
  const after = Math.imul(word(i + 1), 37) + Math.imul(word(i + 2), 41);
  return [before | 0, ~after];
}
