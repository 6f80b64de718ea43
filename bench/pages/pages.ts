import { Readability } from "@mozilla/readability";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { randomStream, type Random } from "#science/numbers/index.ts";
import { decodeBytes, extractPage } from "#science/text/index.ts";
import type { BenchRow } from "../bench-row.ts";
import { isHeldOut } from "./held-out.ts";
import { benchmarkPages, danielPages, fixturePages, type PageCase } from "./page-corpora.ts";
import { perSecond } from "./per-second.ts";
import { shareWithInterval } from "./share.ts";
import { characterOverlap, fScore, shingleOverlap, type Overlap } from "./text-overlap.ts";

/** Articles found in pages, against texts cut out by hand, with Readability on the same pages as the peer. */
export function benchExtraction(): BenchRow[] {
  const benchmark = benchmarkPages();
  const halves = (name: string, cases: readonly PageCase[], measure: Measure, target: string) => [
    compared(
      `${name}, developed on`,
      cases.filter(({ id }) => !isHeldOut(id)),
      measure,
    ),
    {
      ...compared(
        `${name}, held out`,
        cases.filter(({ id }) => isHeldOut(id)),
        measure,
      ),
      target,
    },
  ];
  return [
    ...halves("benchmark pages, F1 of word 4-grams", benchmark, WORDS, "≥ .960"),
    ...halves("Russian pages, F of character 4-grams", danielPages("ru"), CHARACTERS, "≥ .90"),
    ...halves("Chinese pages, F of character 4-grams", danielPages("zh"), CHARACTERS, "≥ .93"),
    ...halves("English pages of 2012, F of character 4-grams", danielPages("en"), CHARACTERS, ""),
    ...halves("Readability's own pages, F1 of word 4-grams", fixturePages(), WORDS, ""),
    ...titlesAndDates(["ru", "zh", "en"].flatMap(danielPages).filter(({ id }) => isHeldOut(id))),
    speed([...benchmark, ...["ru", "zh", "en"].flatMap(danielPages)]),
  ];
}

interface Measure {
  readonly overlap: (got: string, want: string) => Overlap;
  /** One figure from the pages' overlaps. */
  readonly mean: (overlaps: readonly Overlap[]) => number;
}

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
/** F1 of the mean precision and the mean recall, as the benchmark's evaluate.py has it. */
const WORDS: Measure = {
  overlap: shingleOverlap,
  mean: (all) =>
    fScore({
      precision: average(all.map((one) => one.precision)),
      recall: average(all.map((one) => one.recall)),
    }),
};
const CHARACTERS: Measure = { overlap: characterOverlap, mean: (all) => average(all.map(fScore)) };

function compared(name: string, cases: readonly PageCase[], measure: Measure): BenchRow {
  const ours = cases.map(({ bytes, text, url }) => measure.overlap(extractPage(bytes, { url }).text, text));
  const peer = cases.map(({ bytes, text }) => measure.overlap(readability(bytes), text));
  const figure = `${withInterval(ours, measure)} on ${cases.length}`;
  return {
    name,
    figure,
    peer: `${withInterval(peer, measure)} Readability`,
    ratio: (measure.mean(ours) / measure.mean(peer)).toFixed(2),
  };
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
const DAYS_FROM_CRAWL = 3;

/** The reference begins with the title, and the page's name with the day it was crawled. */
function titlesAndDates(cases: readonly PageCase[]): BenchRow[] {
  const read = cases.map(({ id, bytes, text }) => ({
    article: extractPage(bytes),
    title: text.trim().split("\n", 1)[0]!,
    day: id.slice(0, 8),
  }));
  const titled = read.filter(({ article, title }) => bare(article.title ?? "") === bare(title));
  const dated = read.flatMap(({ article: { published }, day }) =>
    published === null ? [] : [{ published, day }],
  );
  const crawled = (day: string) => Date.parse(day.replace(/(....)(..)(..)/, "$1-$2-$3"));
  const near = dated.filter(
    ({ published, day }) => Math.abs(Date.parse(published) - crawled(day)) <= DAYS_FROM_CRAWL * 86_400_000,
  );
  return [
    { name: "titles, letter by letter, held out", figure: shareWithInterval(titled.length, read.length) },
    {
      name: `dates within ${DAYS_FROM_CRAWL} days of the crawl, of those found, held out`,
      figure: shareWithInterval(near.length, dated.length),
    },
    { name: "pages with a date found, held out", figure: shareWithInterval(dated.length, read.length) },
  ];
}

const RESAMPLES = 2000;

/** The figure with its 95 % percentile interval over pages drawn again. */
function withInterval(overlaps: readonly Overlap[], { mean }: Measure): string {
  const random = randomStream("bench pages");
  const draws = Array.from({ length: RESAMPLES }, () => mean(resampled(overlaps, random))).toSorted(
    (a, b) => a - b,
  );
  const at = (share: number) => draws[Math.floor(share * RESAMPLES)]!.toFixed(3);
  return `${mean(overlaps).toFixed(3)} (${at(0.025)}–${at(0.975)})`;
}

const resampled = <T>(values: readonly T[], random: Random): T[] =>
  values.map(() => values[Math.floor(random() * values.length)]!);

function readability(bytes: Uint8Array): string {
  try {
    return new Readability(parseHTML(decodeBytes(bytes).text).document).parse()?.textContent ?? "";
  } catch {
    return "";
  }
}

function speed(cases: readonly PageCase[]): BenchRow {
  const texts = cases.map(({ bytes }) => decodeBytes(bytes).text);
  const ours = cases.length * perSecond(() => cases.forEach(({ bytes, url }) => extractPage(bytes, { url })));
  const parse = cases.length * perSecond(() => texts.forEach((text) => new Parser({}).end(text)));
  const peer = 20 * perSecond(() => cases.slice(0, 20).forEach(({ bytes }) => readability(bytes)));
  return {
    name: "pages/s of processor time, bytes to article",
    figure: ours.toFixed(0),
    target: "≥ 150",
    peer: `${peer.toFixed(0)} Readability on linkedom; ${parse.toFixed(0)} htmlparser2 alone`,
    ratio: (ours / peer).toFixed(1),
  };
}
