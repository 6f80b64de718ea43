import { CAPITAL, JOINED, MARK, SHOUTED, type Scan, type Tokens } from "./token.ts";

/** One phrase of a language and what it stands for. `class` ids are the caller's. */
export interface LexicalEntry {
  /** As written; words that begin with a capital match only such words, acronyms only acronyms. A final `*` takes any ending. */
  readonly phrase: string;
  readonly class: number;
  /** Inflection bits of a verb, case bits of a noun; 0 where the language says nothing. */
  readonly form: number;
}

/** Phrases compiled into one automaton over words: from the root straight to a node, from there by small tables. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  /** Word → node behind the root, 0 where there is none. */
  readonly roots: Int32Array;
  /** Node → its edges, word → node. */
  readonly edges: readonly (ReadonlyMap<number, number> | undefined)[];
  /** Stems of words seen before. */
  readonly remembered: Map<string, number>;
  readonly accepts: readonly (readonly Accepted[] | undefined)[];
  readonly longestStem: number;
  readonly shortestStem: number;
}

interface Accepted {
  readonly class: number;
  readonly form: number;
  /** 0 any letters, 1 the first is a capital, 2 all are capitals. */
  readonly letters: number;
}

/** A phrase found in a sentence, as token positions (`to` exclusive). */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly class: number;
  readonly form: number;
}

/** Words whose stems are remembered at most. */
const MEMORY = 100_000;

/** Compiles phrases; the language parts them as it parts sentences. */
export function compileLexicon(entries: readonly LexicalEntry[], scan: Scan): Lexicon {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const edges: (Map<number, number> | undefined)[] = [];
  const accepts: (Accepted[] | undefined)[] = [undefined];
  for (const { phrase, class: id, form } of entries) {
    const isStem = phrase.endsWith("*");
    const tokens = scan(isStem ? phrase.slice(0, -1) : phrase);
    let node = 0;
    for (let at = 0; at < tokens.count; at++) {
      const isLast = at === tokens.count - 1;
      const word = wordId(isStem && isLast ? stems : words, tokens.lower[at]!, words.size + stems.size);
      const out = (edges[node] ??= new Map());
      const next = out.get(word) ?? accepts.push(undefined) - 1;
      out.set(word, next);
      node = next;
    }
    if (node === 0) continue;
    (accepts[node] ??= []).push({ class: id, form, letters: lettersOf(tokens) });
  }
  const roots = new Int32Array(words.size + stems.size);
  for (const [word, node] of edges[0] ?? []) roots[word] = node;
  const lengths = [...stems.keys()].map((stem) => stem.length);
  return {
    words,
    stems,
    roots,
    edges,
    remembered: new Map(),
    accepts,
    longestStem: Math.max(0, ...lengths),
    shortestStem: Math.min(99, ...lengths),
  };
}

function wordId(table: Map<string, number>, word: string, next: number): number {
  const known = table.get(word);
  if (known !== undefined) return known;
  table.set(word, next);
  return next;
}

/** Short phrases in capitals throughout are acronyms; a capital at the front asks for one. */
function lettersOf({ flags, count, lower }: Tokens): number {
  const [first] = flags;
  if (count === 1 && first! & SHOUTED && lower[0]!.length <= 6) return 2;
  return first! & CAPITAL ? 1 : 0;
}

/** Every phrase found in the tokens, in order of their beginnings, the longest of each beginning first. */
export function findPhrases(lexicon: Lexicon, tokens: Tokens): Match[] {
  const { words, roots, edges, accepts } = lexicon;
  const { count, lower, flags } = tokens;
  const hasStems = lexicon.longestStem > 0;
  const exact = new Int32Array(count);
  const stem = new Int32Array(count).fill(-1);
  let anyCapital = false;
  for (let at = 0; at < count; at++) {
    exact[at] = words.get(lower[at]!) ?? -1;
    if (hasStems) stem[at] = stemOf(lexicon, lower[at]!);
    anyCapital ||= (flags[at]! & CAPITAL) > 0;
  }
  const found: Match[] = [];
  const enter = (from: number, at: number, node: number): void => {
    const out = edges[node];
    if (out !== undefined && at + 1 < count) {
      const [one, other] = [exact[at + 1]!, stem[at + 1]!];
      const next = one >= 0 ? out.get(one) : undefined;
      if (next !== undefined) enter(from, at + 1, next);
      const stemmed = other >= 0 ? out.get(other) : undefined;
      if (stemmed !== undefined) enter(from, at + 1, stemmed);
    }
    const list = accepts[node];
    if (list === undefined) return;
    for (const { class: id, form, letters } of list) {
      if (fits(letters, flags[from]!, anyCapital)) found.push({ from, to: at + 1, class: id, form });
    }
  };
  for (let from = 0; from < count; from++) {
    if (flags[from]! & MARK) continue;
    if (exact[from]! >= 0 && roots[exact[from]!]! > 0) enter(from, from, roots[exact[from]!]!);
    if (stem[from]! >= 0 && roots[stem[from]!]! > 0) enter(from, from, roots[stem[from]!]!);
  }
  return found;
}

/** A text without any capital letter is taken as one whose writer left them out. */
function fits(letters: number, flags: number, anyCapital: boolean): boolean {
  if (letters === 0 || !anyCapital) return true;
  if (letters === 2) return (flags & SHOUTED) > 0;
  return (flags & (CAPITAL | JOINED)) > 0;
}

function stemOf(lexicon: Lexicon, word: string): number {
  const { remembered } = lexicon;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MEMORY) remembered.clear();
  const found = searchStem(lexicon, word);
  remembered.set(word, found);
  return found;
}

function searchStem({ stems, longestStem, shortestStem }: Lexicon, word: string): number {
  for (let length = Math.min(longestStem, word.length); length >= shortestStem; length--) {
    const id = stems.get(word.slice(0, length));
    if (id !== undefined) return id;
  }
  return -1;
}
