import { firstSeenOrder, type Article } from "./article.ts";
import { factsAgree, LITTLE, sharesAsCopy, WHOLE } from "./copy-verdict.ts";
import { disjointSets, type DisjointSets } from "./disjoint-sets.ts";
import { factsAgainst } from "./exchanged-facts.ts";
import { shingleIndex, type ShingleIndex } from "./shingle-index.ts";
import { isKept, shinglesOf, sketchOf, type Sketch } from "./shingles.ts";
import { overlapWith, type TextOverlap } from "./text-overlap.ts";
import { scanWords, type ScannedWords } from "./word-scan.ts";

/** One text derived from another, by their places in the list; `from` was seen first. */
export interface CopyLink {
  readonly from: number;
  readonly to: number;
  /** Share of the shorter text that the other has, in five-word shingles. */
  readonly contained: number;
}

/** Texts of other families tried for each text, those that share most first. */
const MOST_TRIED = 6;
/** The first look takes what is copied for the most part; it shows which phrases belong to no one family. */
const MOST = 0.5;
/** The first look stops after so many texts with one phrase. */
const FIRST_TEXTS = 40;
/** A phrase of more families than these is a formula; it weighs the less, the more have it. */
const FAMILIES_OF_A_PHRASE = 3;
/** Share of a sketch without which a text is not compared. */
const FEWEST_SHARED = 0.15;
/** Share of a text's phrases, weighed by how much they are its own, that its copy must have. */
const OWN_PHRASES = 0.2;
const SOON_MS = 72 * 3_600_000;
/** Below this share of passages in common two sources of one text are the parts of a digest. */
const SAME_PASSAGES = 0.2;

/**
 * Finds which texts are copies: candidates by common shingles in a MinHash index, each checked on the whole
 * texts. Answers links enough to join each family, not every pair. Headlines do not count; an empty text has no
 * copies. A digest joins the text it repeats most, not all of them together.
 */
export function findCopies(articles: readonly Article[]): CopyLink[] {
  const order = firstSeenOrder(articles);
  const words = order.map((place) => scanWords(articles[place]!.text));
  const shingles = words.map(shinglesOf);
  const sketches = shingles.map(sketchOf);
  const families = disjointSets(articles.length);
  const times = order.map((place) => articles[place]!.publishedMs);
  const index = shingleIndex(sketches.map((sketch) => sketch.shingles));
  const search: Search = { words, shingles, sketches, times, families, index, joined: new Map() };
  const equal = new Float32Array(index.shingles).fill(1);
  const firstLook = linksBy(search, {
    least: MOST,
    weights: equal,
    share: FEWEST_SHARED,
    texts: FIRST_TEXTS,
  });
  const look: Look = { least: LITTLE, weights: ownPhrases(search), share: OWN_PHRASES, texts: Infinity };
  const kept = firstLook.filter(ownPhrasesShared(search, look));
  const second = {
    ...search,
    families: disjointSets(articles.length),
    joined: Map.groupBy(kept, ({ to }) => to),
  };
  for (const { from, to } of kept) second.families.join(from, to);
  const links = [...kept, ...linksBy(second, look)];
  return links.map(({ from, to, contained }) => ({ from: order[from]!, to: order[to]!, contained }));
}

interface Search {
  readonly words: readonly ScannedWords[];
  readonly shingles: readonly Int32Array[];
  readonly sketches: readonly Sketch[];
  readonly times: readonly (number | undefined)[];
  readonly index: ShingleIndex;
  readonly families: DisjointSets;
  /** For each text, what it was joined by. */
  readonly joined: Map<number, FoundLink[]>;
}

interface FoundLink extends CopyLink {
  /** Which shingles of the later text the earlier has. */
  readonly covered: Uint8Array;
}

/** What one look asks of a pair. */
interface Look {
  /** Share of the shorter text, exactly. */
  readonly least: number;
  /** How much a shingle counts when candidates are sought. */
  readonly weights: Float32Array;
  /** Share of the lighter sketch. */
  readonly share: number;
  /** Of the texts that have a shingle, so many are looked at. */
  readonly texts: number;
}

/** What many families have shows little. */
function ownPhrases({ index, families }: Search): Float32Array {
  const weights = new Float32Array(index.shingles).fill(1);
  for (let shingle = 0; shingle < index.shingles; shingle++) {
    const texts = index.textsWith(shingle);
    if (texts.length <= FAMILIES_OF_A_PHRASE) continue;
    const roots = new Set<number>();
    for (const text of texts) roots.add(families.root(text));
    weights[shingle] = Math.min(1, FAMILIES_OF_A_PHRASE / roots.size);
  }
  return weights;
}

interface Candidate {
  readonly text: number;
  readonly weight: number;
}

/** Whether what joined two texts at first is more than the form around them. */
function ownPhrasesShared(
  { index, sketches }: Search,
  { weights, share }: Look,
): (link: CopyLink) => boolean {
  const sizes = sketchSizes(index, sketches, weights);
  return ({ from, to }) => {
    const there = new Set(index.shinglesIn(to));
    let shared = 0;
    for (const shingle of index.shinglesIn(from)) if (there.has(shingle)) shared += weights[shingle]!;
    return shared >= share * lighter(sizes, from, to);
  };
}

/** Joins the families that one look finds, going from the first seen to the last. */
function linksBy(search: Search, look: Look): FoundLink[] {
  const { index, sketches, families } = search;
  const sizes = sketchSizes(index, sketches, look.weights);
  const links: FoundLink[] = [];
  for (let text = 0; text < sketches.length; text++) {
    const candidates: Candidate[] = [];
    index.sharing(text, look, (other, weight) => {
      if (weight < look.share * lighter(sizes, text, other)) return;
      if (families.root(other) !== families.root(text)) candidates.push({ text: other, weight });
    });
    if (candidates.length === 0) continue;
    candidates.sort((a, b) => b.weight - a.weight || a.text - b.text);
    links.push(...linksTo(text, candidates, search, look.least));
  }
  return links;
}

/** What each sketch weighs, and what of it the sketch of a longer text would keep. */
interface SketchSizes {
  readonly whole: Float64Array;
  readonly kept: Float64Array;
  readonly isWhole: Uint8Array;
}

function sketchSizes(
  { shinglesIn, keyOf }: ShingleIndex,
  sketches: readonly Sketch[],
  weights: Float32Array,
): SketchSizes {
  const [whole, kept] = [new Float64Array(sketches.length), new Float64Array(sketches.length)];
  for (let text = 0; text < sketches.length; text++) {
    const own = shinglesIn(text);
    for (let i = 0; i < own.length; i++) {
      const weight = weights[own[i]!]!;
      whole[text]! += weight;
      if (isKept(keyOf(own[i]!))) kept[text]! += weight;
    }
  }
  return { whole, kept, isWhole: Uint8Array.from(sketches, ({ isWhole }) => Number(isWhole)) };
}

/** The lighter of two sketches, as far as both could have the same shingles. */
function lighter({ whole, kept, isWhole }: SketchSizes, a: number, b: number): number {
  const sizes = isWhole[a] === 1 && isWhole[b] === 1 ? whole : kept;
  return Math.min(sizes[a]!, sizes[b]!);
}

/** Links to the texts, one of each family, that this one was derived from or that were derived from it. */
function linksTo(text: number, candidates: readonly Candidate[], search: Search, least: number): FoundLink[] {
  const { words, shingles, families, joined } = search;
  const overlap = overlapWith(shingles[text]!);
  const facts = factsAgainst(words[text]!);
  const before = joined.get(text) ?? [];
  joined.set(text, before);
  const links: FoundLink[] = [];
  for (const { text: other } of candidates.slice(0, MOST_TRIED)) {
    if (families.root(other) === families.root(text)) continue;
    const found = overlap(shingles[other]!);
    const asked = isSoonAfter(search.times[text]!, search.times[other]!) ? least : WHOLE;
    if (!sharesAsCopy(found, asked) || isNextPartOfDigest(found, before)) continue;
    if (!factsAgree(found, facts(words[other]!))) continue;
    const link = { from: other, to: text, contained: found.contained, covered: found.covered };
    before.push(link);
    families.join(text, other);
    links.push(link);
  }
  return links;
}

/** Wire copy is printed within days; what repeats part of a text later has news of its own. */
function isSoonAfter(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || Math.abs(a - b) <= SOON_MS;
}

function isNextPartOfDigest({ covered }: TextOverlap, before: readonly FoundLink[]): boolean {
  return before.some((other) => {
    let [both, here, there] = [0, 0, 0];
    for (let i = 0; i < covered.length; i++) {
      here += covered[i]!;
      there += other.covered[i]!;
      both += covered[i]! & other.covered[i]!;
    }
    return both < SAME_PASSAGES * Math.min(here, there);
  });
}
