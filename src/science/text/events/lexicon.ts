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
  /** Words seen before. */
  readonly remembered: Map<string, WordPlace>;
  /** Where in `accepted` the phrases that end at a node begin; they end where those of the next one begin. */
  readonly acceptedFrom: Int32Array;
  /** Class, form and letters of phrase after phrase: side by side, for every token asks for some. */
  readonly accepted: Int32Array;
  readonly longestStem: number;
  readonly shortestStem: number;
}

interface Accepted {
  readonly class: number;
  readonly form: number;
  /** 0 any letters, 1 the first is a capital, 2 all are capitals. */
  readonly letters: number;
}

/** A word's number and that of its stem, -1 where the lexicon has none, and the nodes behind the root that they lead to. */
interface WordPlace {
  readonly exact: number;
  readonly stem: number;
  readonly exactNode: number;
  readonly stemNode: number;
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
    ...sideBySide(accepts),
    longestStem: Math.max(0, ...lengths),
    shortestStem: Math.min(99, ...lengths),
  };
}

function sideBySide(
  accepts: readonly (readonly Accepted[] | undefined)[],
): Pick<Lexicon, "accepted" | "acceptedFrom"> {
  const accepted: number[] = [];
  const acceptedFrom = new Int32Array(accepts.length + 1);
  for (const [node, list = []] of accepts.entries()) {
    for (const { class: id, form, letters } of list) accepted.push(id, form, letters);
    acceptedFrom[node + 1] = accepted.length;
  }
  return { accepted: Int32Array.from(accepted), acceptedFrom };
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

/** A sentence on its way through the automaton. */
interface Walk {
  readonly lexicon: Lexicon;
  readonly places: readonly WordPlace[];
  readonly flags: readonly number[];
  readonly anyCapital: boolean;
  readonly found: Match[];
}

/** Every phrase found in the tokens, in order of their beginnings, the longest of each beginning first. */
export function findPhrases(lexicon: Lexicon, { count, lower, flags }: Tokens): Match[] {
  const places = new Array<WordPlace>(count);
  let anyCapital = false;
  for (let at = 0; at < count; at++) {
    places[at] = placeOf(lexicon, lower[at]!);
    anyCapital ||= (flags[at]! & CAPITAL) > 0;
  }
  const walk: Walk = { lexicon, places, flags, anyCapital, found: [] };
  for (let from = 0; from < count; from++) {
    const { exactNode, stemNode } = places[from]!;
    if (exactNode + stemNode === 0 || flags[from]! & MARK) continue;
    if (exactNode > 0) enter(walk, from, from, exactNode);
    if (stemNode > 0) enter(walk, from, from, stemNode);
  }
  return walk.found;
}

function enter(walk: Walk, from: number, at: number, node: number): void {
  const { lexicon, places, flags, anyCapital, found } = walk;
  const out = lexicon.edges[node];
  if (out !== undefined && at + 1 < places.length) {
    const { exact, stem } = places[at + 1]!;
    const next = exact >= 0 ? out.get(exact) : undefined;
    if (next !== undefined) enter(walk, from, at + 1, next);
    const stemmed = stem >= 0 ? out.get(stem) : undefined;
    if (stemmed !== undefined) enter(walk, from, at + 1, stemmed);
  }
  const { accepted, acceptedFrom } = lexicon;
  const end = acceptedFrom[node + 1]!;
  for (let one = acceptedFrom[node]!; one < end; one += 3) {
    if (!fits(accepted[one + 2]!, flags[from]!, anyCapital)) continue;
    found.push({ from, to: at + 1, class: accepted[one]!, form: accepted[one + 1]! });
  }
}

/** A text without any capital letter is taken as one whose writer left them out. */
function fits(letters: number, flags: number, anyCapital: boolean): boolean {
  if (letters === 0 || !anyCapital) return true;
  if (letters === 2) return (flags & SHOUTED) > 0;
  return (flags & (CAPITAL | JOINED)) > 0;
}

/** What words without a place in the lexicon have. */
const NOWHERE: WordPlace = { exact: -1, stem: -1, exactNode: 0, stemNode: 0 };

function placeOf(lexicon: Lexicon, word: string): WordPlace {
  const { remembered } = lexicon;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MEMORY) remembered.clear();
  const place = searchPlace(lexicon, word);
  remembered.set(word, place);
  return place;
}

function searchPlace(lexicon: Lexicon, word: string): WordPlace {
  const exact = lexicon.words.get(word) ?? -1;
  const stem = lexicon.longestStem > 0 ? searchStem(lexicon, word) : -1;
  if (exact < 0 && stem < 0) return NOWHERE;
  const nodeOf = (id: number) => (id < 0 ? 0 : lexicon.roots[id]!);
  return { exact, stem, exactNode: nodeOf(exact), stemNode: nodeOf(stem) };
}

function searchStem({ stems, longestStem, shortestStem }: Lexicon, word: string): number {
  for (let length = Math.min(longestStem, word.length); length >= shortestStem; length--) {
    const id = stems.get(word.slice(0, length));
    if (id !== undefined) return id;
  }
  return -1;
}
