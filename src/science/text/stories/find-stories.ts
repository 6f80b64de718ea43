import type { Article } from "../copies/article.ts";
import { disjointSets } from "../copies/disjoint-sets.ts";
import { fingerprinter, sharedMarks, type Fingerprint } from "./fingerprint.ts";
import type { NamedThing } from "./named-thing.ts";
import { SAME_STORY, sameStoryAcrossLanguages, sameStoryProbability } from "./same-story.ts";
import { storyFeatures, storyProfile, storyText, type StoryProfile } from "./story-features.ts";
import { rarityIn } from "./story-rarity.ts";
import { termIndex } from "./term-index.ts";

/** Two texts that tell one event, by their places in the list. */
export interface StoryLink {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

const WITHIN_MS = 72 * 3_600_000;
/** The weightiest terms by which a text is sought. */
const SOUGHT_TERMS = 24;
const FEWEST_COMMON_TERMS = 2;
/** Two groups become one while their members are on average so likely one story. */
const MEAN_OF_GROUPS = 0.35;
const MOST_COMPARED = 64;

/**
 * Finds independent reports of one event within 72 hours, in one language by TF-IDF, across languages by actors,
 * numbers and days. Pairs are joined from the likeliest down; groups join only while they agree on the whole, so that
 * a chain of follow-ups does not become one story. Answers the links that joined.
 */
export function findStories(articles: readonly Article[], known: readonly NamedThing[] = []): StoryLink[] {
  const texts = articles.map(({ title, text }) => storyText(title, text));
  const rarity = rarityIn(texts);
  const profiles = texts.map((text) => storyProfile(text, rarity));
  const fingerprint = fingerprinter(known);
  const scripts = articles.map(scriptOf);
  const isMixed = new Set(scripts).size > 1;
  const marks = isMixed ? articles.map(({ title, text }) => fingerprint(title, text)) : [];
  const read: Read = { articles, profiles, marks, scripts };
  const pairs = [...candidatePairs(read)].map(([a, b]) => ({
    from: a,
    to: b,
    probability: probabilityOf(read, a, b),
  }));
  const likely = pairs
    .filter(({ probability }) => probability >= SAME_STORY)
    .sort((x, y) => y.probability - x.probability || x.from - y.from || x.to - y.to);
  return joinedBy(likely, read);
}

interface Read {
  readonly articles: readonly Article[];
  readonly profiles: readonly StoryProfile[];
  readonly marks: readonly Fingerprint[];
  readonly scripts: readonly string[];
}

/** Texts in one script are compared by their words, others by what survives translation. */
function scriptOf({ lang, title, text }: Article): string {
  if (lang !== undefined && lang !== "") return lang.slice(0, 2).toLowerCase();
  const sample = `${title} ${text.slice(0, 200)}`;
  if (/\p{Script=Han}/u.test(sample)) return "zh";
  return /\p{Script=Cyrillic}/u.test(sample) ? "ru" : "en";
}

function* candidatePairs({ profiles, marks, articles }: Read): Generator<[number, number]> {
  const seen = new Set<number>();
  const indexes = [
    termIndex(profiles.map(soughtTerms), FEWEST_COMMON_TERMS),
    termIndex(
      marks.map((fingerprint) => [...fingerprint.keys()]),
      FEWEST_COMMON_TERMS,
    ),
  ];
  for (const pairs of indexes) {
    for (const [a, b] of pairs) {
      const key = a * articles.length + b;
      if (seen.has(key) || !areNear(articles[a]!, articles[b]!)) continue;
      seen.add(key);
      yield [a, b];
    }
  }
}

function areNear({ publishedMs: a }: Article, { publishedMs: b }: Article): boolean {
  return a === undefined || b === undefined || Math.abs(a - b) <= WITHIN_MS;
}

/** The headline's terms and the weightiest of the text. */
function soughtTerms({ title, whole }: StoryProfile): string[] {
  const weightiest = [...whole].sort((a, b) => b[1] - a[1]).slice(0, SOUGHT_TERMS);
  return [...new Set([...title.keys(), ...weightiest.map(([term]) => term)])];
}

function probabilityOf({ profiles, marks, scripts }: Read, a: number, b: number): number {
  if (scripts[a] !== scripts[b]) return sameStoryAcrossLanguages(sharedMarks(marks[a]!, marks[b]!));
  return sameStoryProbability(storyFeatures(profiles[a]!, profiles[b]!));
}

/** Average linkage over the likely pairs. */
function joinedBy(likely: readonly StoryLink[], read: Read): StoryLink[] {
  const groups = disjointSets(read.articles.length);
  const members = new Map<number, number[]>();
  const of = (member: number) => members.get(groups.root(member)) ?? [member];
  return likely.filter(({ from, to }) => {
    if (groups.root(from) === groups.root(to)) return false;
    const [left, right] = [of(from), of(to)];
    if (!doGroupsAgree(left, right, read)) return false;
    groups.join(from, to);
    members.set(groups.root(from), [...left, ...right]);
    return true;
  });
}

function doGroupsAgree(left: readonly number[], right: readonly number[], read: Read): boolean {
  if (left.length === 1 && right.length === 1) return true;
  let [sum, compared] = [0, 0];
  for (const a of left) {
    for (const b of right) {
      if (compared === MOST_COMPARED) return sum >= MEAN_OF_GROUPS * compared;
      sum += areNear(read.articles[a]!, read.articles[b]!) ? probabilityOf(read, a, b) : 0;
      compared++;
    }
  }
  return sum >= MEAN_OF_GROUPS * compared;
}
