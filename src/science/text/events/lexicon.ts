import { valueIn } from "./sorted-pairs.ts";
import { CAPITAL, JOINED, MARK, SHOUTED, type Scan, type Tokens } from "./token.ts";
import type { Word, WordPlace } from "./word.ts";

/** One phrase of a language and what it stands for. `class` ids are the caller's. */
export interface LexicalEntry {
  /** As written; words that begin with a capital match only such words, acronyms only acronyms. A final `*` takes any ending. */
  readonly phrase: string;
  readonly class: number;
  /** Inflection bits of a verb, case bits of a noun; 0 where the language says nothing. */
  readonly form: number;
}

/** Phrases compiled into one automaton over words, whose nodes lie side by side in a few tables: each token asks for some, and objects of their own would lie all over the memory. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, number>;
  /** Word → node behind the root, 0 where there is none. */
  readonly roots: Int32Array;
  /** Node after node, where its edges begin and where its phrases do; they end where those of the next node begin. */
  readonly nodes: Int32Array;
  /** Edge after edge, in the order of a node's words: a word, and the node behind it. */
  readonly edges: Int32Array;
  /** Class, form and letters of phrase after phrase. */
  readonly accepted: Int32Array;
  readonly longestStem: number;
  readonly shortestStem: number;
  /** What words have that stand nowhere in it. */
  readonly nowhere: WordPlace;
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
    ...sideBySide(edges, accepts),
    longestStem: Math.max(0, ...lengths),
    shortestStem: Math.min(99, ...lengths),
    nowhere: { of: words, exact: -1, stem: -1, exactNode: 0, stemNode: 0 },
  };
}

function sideBySide(
  edgesOf: readonly (ReadonlyMap<number, number> | undefined)[],
  accepts: readonly (readonly Accepted[] | undefined)[],
): Pick<Lexicon, "nodes" | "edges" | "accepted"> {
  const nodes = new Int32Array(2 * accepts.length + 2);
  const edges: number[] = [];
  const accepted: number[] = [];
  for (const [node, phrases = []] of accepts.entries()) {
    for (const [word, next] of inOrder(edgesOf[node] ?? NONE)) edges.push(word, next);
    for (const { class: id, form, letters } of phrases) accepted.push(id, form, letters);
    nodes[2 * node + 2] = edges.length;
    nodes[2 * node + 3] = accepted.length;
  }
  return { nodes, edges: Int32Array.from(edges), accepted: Int32Array.from(accepted) };
}

const NONE: ReadonlyMap<number, number> = new Map();

const inOrder = (edges: ReadonlyMap<number, number>): Iterable<readonly [word: number, next: number]> =>
  edges.size > 1 ? [...edges].toSorted(([one], [other]) => one - other) : edges;

/** The node behind a word from a node on, 0 where there is none. */
const nodeBehind = ({ nodes, edges }: Lexicon, node: number, word: number): number =>
  valueIn(edges, nodes[2 * node]!, nodes[2 * node + 2]!, word);

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
export function findPhrases(lexicon: Lexicon, { count, words, flags }: Tokens): Match[] {
  const places = new Array<WordPlace>(count);
  let anyCapital = false;
  for (let at = 0; at < count; at++) {
    places[at] = placeOf(lexicon, words[at]!);
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
  const { nodes, accepted } = lexicon;
  if (at + 1 < places.length && nodes[2 * node]! < nodes[2 * node + 2]!) {
    const { exact, stem } = places[at + 1]!;
    const next = exact < 0 ? 0 : nodeBehind(lexicon, node, exact);
    if (next > 0) enter(walk, from, at + 1, next);
    const stemmed = stem < 0 ? 0 : nodeBehind(lexicon, node, stem);
    if (stemmed > 0) enter(walk, from, at + 1, stemmed);
  }
  const end = nodes[2 * node + 3]!;
  for (let one = nodes[2 * node + 1]!; one < end; one += 3) {
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

function placeOf(lexicon: Lexicon, word: Word): WordPlace {
  const { place } = word;
  return place !== null && place.of === lexicon.words
    ? place
    : (word.place = searchPlace(lexicon, word.lower));
}

function searchPlace(lexicon: Lexicon, word: string): WordPlace {
  const { words, roots, nowhere } = lexicon;
  const exact = words.get(word) ?? -1;
  const stem = lexicon.longestStem > 0 ? searchStem(lexicon, word) : -1;
  if (exact < 0 && stem < 0) return nowhere;
  const nodeOf = (id: number) => (id < 0 ? 0 : roots[id]!);
  return { of: words, exact, stem, exactNode: nodeOf(exact), stemNode: nodeOf(stem) };
}

function searchStem({ stems, longestStem, shortestStem }: Lexicon, word: string): number {
  for (let length = Math.min(longestStem, word.length); length >= shortestStem; length--) {
    const id = stems.get(word.slice(0, length));
    if (id !== undefined) return id;
  }
  return -1;
}
