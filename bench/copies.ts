import { existsSync, readFileSync } from "node:fs";
import { findCopies, relateArticles, type Article } from "#science/text/index.ts";
import { wireFamilies, type KnownArticle } from "../test/gold/wire-families/wire-families.ts";
import type { BenchRow } from "./bench-row.ts";
import { copiesByForce } from "./copies/copies-by-force.ts";
import { judgedPairs, type JudgedPair } from "./copies/judged-pairs.ts";
import { foundWhenLeftOut } from "./copies/left-out.ts";
import { asInterval, bootstrapInterval } from "./copies/bootstrap-interval.ts";
import { stemRows } from "./copies/stems.ts";

const PAIRS = "../shared/data/text/dup";
const FAMILIES = 300;

/** Copies among invented wire families, their speed beside all pairs by force, and same-story F1 on judged pairs. */
export async function benchCopies(): Promise<BenchRow[]> {
  const known = wireFamilies(FAMILIES, "bench");
  return [...copyRows(known), ...speedRows(known), ...storyRows(known), ...judgedRows(), ...stemRows()];
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
  const texts = known.map(({ textOf }) => textOf);
  const [mine, forced] = [
    familyCounts(known, texts, ours(known)),
    familyCounts(known, texts, copiesByForce(known)),
  ];
  return (["recall", "precision"] as const).map((what) => ({
    name: `copies of ${FAMILIES} wire families (${known.length} texts), ${what} of pairs`,
    figure: measured(mine, what),
    target: what === "recall" ? "0.99" : "0.995",
    peer: `${pairShare(forced, what).toFixed(4)} (all pairs, Jaccard of 5-word shingles ≥ 0.5)`,
  }));
}

/** Pairs of one invented family, what looks like it included. */
interface PairCounts {
  readonly right: number;
  readonly true: number;
  /** Half of a pair that leads out of the family: the other half is counted at the other end. */
  readonly found: number;
}

function familyCounts(
  known: readonly KnownArticle[],
  truth: readonly string[],
  found: readonly number[],
): PairCounts[] {
  const families = Map.groupBy(known.keys(), (i) => known[i]!.event.replace(/-.*/, ""));
  const foundWith = Map.groupBy(known.keys(), (i) => found[i]!);
  return [...families.values()].map((members) => {
    let [right, true_, inside, all] = [0, 0, 0, 0];
    for (const a of members) {
      all += foundWith.get(found[a]!)!.length - 1;
      for (const b of members) {
        if (a === b) continue;
        if (truth[a] === truth[b]) true_++;
        if (found[a] === found[b]) inside++;
        if (truth[a] === truth[b] && found[a] === found[b]) right++;
      }
    }
    return { right: right / 2, true: true_ / 2, found: inside / 2 + (all - inside) / 2 };
  });
}

type Share = "precision" | "recall";

function pairShare(counts: readonly PairCounts[], what: Share): number {
  const sum = (name: keyof PairCounts) => counts.reduce((total, one) => total + one[name], 0);
  return sum("right") / sum(what === "recall" ? "true" : "found");
}

function measured(counts: readonly PairCounts[], what: Share): string {
  const interval = bootstrapInterval(counts, (drawn) => pairShare(drawn, what));
  return asInterval({ value: pairShare(counts, what), interval });
}

function speedRows(known: readonly KnownArticle[]): BenchRow[] {
  const perSecond = (work: (articles: readonly Article[]) => unknown) => {
    const before = process.cpuUsage();
    work(known);
    const { user, system } = process.cpuUsage(before);
    return known.length / ((user + system) / 1e6);
  };
  const best = (work: (articles: readonly Article[]) => unknown, times: number) =>
    Math.max(...Array.from({ length: times }, () => perSecond(work)));
  const [own, related, peer] = [best(findCopies, 8), best(relateArticles, 3), perSecond(copiesByForce)];
  const mean = Math.round(known.reduce((sum, { text }) => sum + text.length, 0) / known.length);
  return [
    {
      name: `copies among these texts of ${mean} characters, texts a second of processor time`,
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
  const counts = familyCounts(
    known,
    known.map(({ event }) => event),
    storyOf,
  );
  return (["recall", "precision"] as const).map((what) => ({
    name: `stories of the same, three languages, ${what} of pairs`,
    figure: measured(counts, what),
  }));
}

function judgedRows(): BenchRow[] {
  if (!existsSync(PAIRS)) return [{ name: "same story", figure: `not measured: ${PAIRS} is not there` }];
  const files = { ru: ["ru_train_pool", "ru_exam_pool"], en: ["en_train_pool"] };
  const pairs = Object.entries(files).flatMap(([lang, names]) =>
    names.flatMap((name) => judgedPairs(readFileSync(`${PAIRS}/${name}.tsv`, "utf8"), lang)),
  );
  const asShipped = pairs.map(({ first, second }) => relateArticles([first, second]).stories.length > 0);
  const leftOut = foundWhenLeftOut(pairs);
  return Object.keys(files).flatMap((lang) => {
    const rows = [...pairs.keys()].filter((i) => pairs[i]!.first.lang === lang);
    const row = (name: string, found: readonly boolean[]): BenchRow => {
      const f1 = (drawn: readonly number[]) => f1Of(drawn, pairs, found);
      return {
        name: `same story, ${rows.length} judged pairs in ${lang}, ${name}, F1`,
        figure: asInterval({ value: f1(rows), interval: bootstrapInterval(rows, f1) }),
        ...(lang === "ru" && { target: "0.88" }),
      };
    };
    return [row("weights fitted without them", leftOut), row("weights as they are", asShipped)];
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
