import { existsSync, readFileSync } from "node:fs";
import { findCopies, relateArticles, type Article } from "#science/text/index.ts";
import { wireFamilies, type KnownArticle } from "../test/gold/wire-families/wire-families.ts";
import type { BenchRow } from "./bench-row.ts";
import { copiesByForce } from "./copies/copies-by-force.ts";
import { judgedPairs, type JudgedPair } from "./copies/judged-pairs.ts";
import { asInterval, bootstrapInterval } from "./copies/bootstrap-interval.ts";

const PAIRS = "../shared/data/text/dup";
const FAMILIES = 300;

/** Copies among invented wire families, their speed beside all pairs by force, and same-story F1 on judged pairs. */
export async function benchCopies(): Promise<BenchRow[]> {
  const known = wireFamilies(FAMILIES, "bench");
  return [...copyRows(known), ...speedRows(known), ...storyRows(known), ...judgedRows()];
}

/** Which family each article was put in: its own number where in none. */
type Families = (articles: readonly Article[]) => readonly number[];

const ours: Families = (articles) => {
  const family = articles.map((_, i) => i);
  const root = (i: number): number => (family[i] === i ? i : root(family[i]!));
  for (const { from, to } of findCopies(articles)) family[root(to)] = root(from);
  return family.map((_, i) => root(i));
};

function copyRows(known: readonly KnownArticle[]): BenchRow[] {
  const [mine, forced] = [ours(known), copiesByForce(known)];
  const events = [...Map.groupBy(known.keys(), (i) => known[i]!.event.replace(/-.*/, "")).values()];
  const measure = (found: readonly number[], what: "precision" | "recall") => {
    const value = (groups: readonly (readonly number[])[]) => pairShare(known, found, groups, what);
    return { value: value(events), interval: bootstrapInterval(events, value) };
  };
  return (["recall", "precision"] as const).map((what) => {
    const [own, peer] = [measure(mine, what), measure(forced, what)];
    return {
      name: `copies of ${FAMILIES} wire families (${known.length} texts), ${what} of pairs`,
      figure: asInterval(own),
      target: what === "recall" ? "0.99" : "0.995",
      peer: `${peer.value.toFixed(4)} (all pairs, Jaccard of 5-word shingles ≥ 0.5)`,
    };
  });
}

/** Precision or recall over the pairs within the families; pairs across families count against precision too. */
function pairShare(
  known: readonly KnownArticle[],
  found: readonly number[],
  groups: readonly (readonly number[])[],
  what: "precision" | "recall",
): number {
  let [right, all] = [0, 0];
  for (const members of groups) {
    for (const a of members) {
      for (const b of members) {
        if (a >= b) continue;
        const [isCopy, isFound] = [known[a]!.textOf === known[b]!.textOf, found[a] === found[b]];
        if (isCopy && isFound) right++;
        if (what === "recall" ? isCopy : isFound) all++;
      }
    }
    if (what === "precision") all += strangersOf(members, found);
  }
  return right / all;
}

/** Half of the false pairs that lead out of a family: the other half is counted at the other end. */
function strangersOf(members: readonly number[], found: readonly number[]): number {
  const inside = new Set(members);
  let strangers = 0;
  for (const a of members) {
    found.forEach((family, b) => {
      if (family === found[a] && b !== a && !inside.has(b)) strangers++;
    });
  }
  return strangers / 2;
}

function speedRows(known: readonly KnownArticle[]): BenchRow[] {
  const many = Array.from({ length: 4 }, (_, k) => wireFamilies(FAMILIES, `speed ${k}`)).flat();
  const perSecond = (work: (articles: readonly Article[]) => unknown, articles: readonly Article[]) => {
    const before = process.cpuUsage();
    work(articles);
    const { user, system } = process.cpuUsage(before);
    return articles.length / ((user + system) / 1e6);
  };
  perSecond(findCopies, known);
  const own = Math.max(...[1, 2, 3].map(() => perSecond(findCopies, many)));
  const peer = perSecond(copiesByForce, many);
  const mean = Math.round(many.reduce((sum, { text }) => sum + text.length, 0) / many.length);
  const related = Math.max(...[1, 2].map(() => perSecond(relateArticles, many)));
  return [
    {
      name: `copies among ${many.length} texts of ${mean} characters, texts a second of processor time`,
      figure: own.toFixed(0),
      target: "10000",
      peer: `${peer.toFixed(0)} (all pairs)`,
      ratio: `${(own / peer).toFixed(0)} ×`,
    },
    { name: "copies, origins and stories of the same, texts a second", figure: related.toFixed(0) },
  ];
}

function storyRows(known: readonly KnownArticle[]): BenchRow[] {
  const storyOf = known.map((_, i) => -1 - i);
  relateArticles(known).stories.forEach((story, n) => story.forEach((i) => (storyOf[i] = n)));
  const events = [...Map.groupBy(known.keys(), (i) => known[i]!.event.replace(/-.*/, "")).values()];
  const asTold = known.map((one) => ({ ...one, textOf: one.event }));
  return (["recall", "precision"] as const).map((what) => {
    const value = (groups: readonly (readonly number[])[]) => pairShare(asTold, storyOf, groups, what);
    const measured = { value: value(events), interval: bootstrapInterval(events, value) };
    return { name: `stories of the same, three languages, ${what} of pairs`, figure: asInterval(measured) };
  });
}

function judgedRows(): BenchRow[] {
  if (!existsSync(PAIRS)) return [{ name: "same story", figure: `not measured: ${PAIRS} is not there` }];
  const files = { ru: ["ru_train_pool", "ru_exam_pool"], en: ["en_train_pool"] };
  return Object.entries(files).map(([lang, names]) => {
    const pairs = names.flatMap((name) => judgedPairs(readFileSync(`${PAIRS}/${name}.tsv`, "utf8"), lang));
    const found = pairs.map(({ first, second }) => relateArticles([first, second]).stories.length > 0);
    const f1 = (rows: readonly number[]) => f1Of(rows, pairs, found);
    const rows = [...pairs.keys()];
    return {
      name: `same story, ${pairs.length} judged pairs in ${lang} by which the weights were chosen, F1`,
      figure: asInterval({ value: f1(rows), interval: bootstrapInterval(rows, f1) }),
      ...(lang === "ru" && { target: "0.88" }),
    };
  });
}

function f1Of(rows: readonly number[], pairs: readonly JudgedPair[], found: readonly boolean[]): number {
  let [right, told, same] = [0, 0, 0];
  for (const i of rows) {
    if (found[i] && pairs[i]!.isSame) right++;
    if (found[i]) told++;
    if (pairs[i]!.isSame) same++;
  }
  return (2 * right) / (told + same);
}
