import { CAPITAL, JOINED, MARK, SHOUTED, type Scan, type Tokens } from "./token.ts";

/** One phrase of a language and what it stands for. `class` ids are the caller's. */
export interface LexicalEntry {
  /** As written; words that begin with a capital match only such words, acronyms only acronyms. A final `*` takes any ending. */
  readonly phrase: string;
  readonly class: number;
  /** Inflection bits of a verb, case bits of a noun; 0 where the language says nothing. */
  readonly form: number;
}

/** Phrases compiled into one automaton over words: nodes with edges in one hash table. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<number, number>;
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

/** Node and word in one number; a lexicon holds fewer than 2^20 different words. */
const WORD_BITS = 2 ** 20;

/** Compiles phrases; the language parts them as it parts sentences. */
export function compileLexicon(entries: readonly LexicalEntry[], scan: Scan): Lexicon {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const edges = new Map<number, number>();
  const accepts: (Accepted[] | undefined)[] = [undefined];
  for (const { phrase, class: id, form } of entries) {
    const isStem = phrase.endsWith("*");
    const tokens = scan(isStem ? phrase.slice(0, -1) : phrase);
    let node = 0;
    for (let at = 0; at < tokens.count; at++) {
      const isLast = at === tokens.count - 1;
      const word = wordId(isStem && isLast ? stems : words, tokens.lower[at]!, words.size + stems.size);
      const key = node * WORD_BITS + word;
      const next = edges.get(key) ?? accepts.push(undefined) - 1;
      edges.set(key, next);
      node = next;
    }
    if (node === 0) continue;
    (accepts[node] ??= []).push({ class: id, form, letters: lettersOf(tokens) });
  }
  const lengths = [...stems.keys()].map((stem) => stem.length);
  return {
    words,
    stems,
    edges,
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
  const { words, edges, accepts } = lexicon;
  const { count, lower, flags } = tokens;
  const exact = new Int32Array(count);
  const stem = new Int32Array(count);
  let anyCapital = false;
  for (let at = 0; at < count; at++) {
    exact[at] = words.get(lower[at]!) ?? -1;
    stem[at] = lexicon.longestStem > 0 ? stemOf(lexicon, lower[at]!) : -1;
    anyCapital ||= (flags[at]! & CAPITAL) > 0;
  }
  const found: Match[] = [];
  const walk = (from: number, at: number, node: number): void => {
    if (at < count) {
      if (exact[at]! >= 0) step(from, at, edges.get(node * WORD_BITS + exact[at]!));
      if (stem[at]! >= 0) step(from, at, edges.get(node * WORD_BITS + stem[at]!));
    }
  };
  const step = (from: number, at: number, node: number | undefined): void => {
    if (node === undefined) return;
    walk(from, at + 1, node);
    for (const accepted of accepts[node] ?? []) {
      if (!fits(accepted.letters, flags[from]!, anyCapital)) continue;
      found.push({ from, to: at + 1, class: accepted.class, form: accepted.form });
    }
  };
  for (let from = 0; from < count; from++) {
    if (!(flags[from]! & MARK)) walk(from, from, 0);
  }
  return found;
}

/** A text without any capital letter is taken as one whose writer left them out. */
function fits(letters: number, flags: number, anyCapital: boolean): boolean {
  if (letters === 0 || !anyCapital) return true;
  if (letters === 2) return (flags & SHOUTED) > 0;
  return (flags & (CAPITAL | JOINED)) > 0;
}

function stemOf({ stems, longestStem, shortestStem }: Lexicon, word: string): number {
  for (let length = Math.min(longestStem, word.length); length >= shortestStem; length--) {
    const id = stems.get(word.slice(0, length));
    if (id !== undefined) return id;
  }
  return -1;
}
