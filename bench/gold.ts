import { existsSync, readFileSync } from "node:fs";
import { readActorTable, readEventLanguage, readReranker } from "#dictionary/index.ts";
import { randomStream } from "#science/numbers/index.ts";
import { codeSentence, type EventLanguage } from "#science/text/index.ts";
import type { BenchRow } from "./bench-row.ts";
import { perSecond } from "./pages/per-second.ts";
import { agreement } from "./gold/agreement.ts";
import { whenWhereRows } from "./gold/when-where.ts";
import { compareTriples, f1Of, tripleOf, type Counts, type GoldSentence } from "./gold/triples.ts";

const GOAL: Readonly<Record<string, string>> = { en: "≥ 0.80", ru: "≥ 0.72", zh: "≥ 0.72" };
const DRAWS = 2000;

/** Triples (source country, target country, root) on the gold sentences of three languages, with intervals, speed, and when and where. */
export function benchGold(): BenchRow[] {
  const own = readActorTable("watches/ilrs/actors.csv");
  return Object.keys(GOAL).flatMap((lang) => {
    const language = readEventLanguage("dictionaries", lang, own);
    const gold = sentencesIn(`test/gold/space-events.${lang}.jsonl`);
    if (!language) return [{ name: `${lang} gold`, figure: "not measured: the language cannot be coded" }];
    return [
      ...(["tuning", "held"] as const).map((half) => rowOf(lang, half, language, gold)),
      ...furtherRows(lang, language, "fresh", ["tuning", "check"]),
      ...furtherRows(lang, language, "blind", ["tuning", "held"]),
      ...furtherRows(lang, language, "news", ["tuning", "held"]),
      ...furtherRows(lang, language, "desk", ["tuning", "held"]),
      ...furtherRows(lang, language, "press", ["tuning", "held"]),
      speedOf(lang, language, gold),
      ...whenWhereRows(lang, language),
      ...second(lang, gold),
    ];
  });
}

/** Further sentences of a language that has some: of the fresh ones the errors of both halves were read, of the blind ones those of one. */
function furtherRows(
  lang: string,
  language: EventLanguage,
  set: string,
  halves: readonly string[],
): BenchRow[] {
  const file = `test/gold/${set}-events.${lang}.jsonl`;
  if (!existsSync(file)) return [];
  const sentences = sentencesIn(file);
  return halves.map((half) => {
    const row = rowOf(lang, half, language, sentences);
    return { ...row, name: row.name.replace("gold", set) };
  });
}

function rowOf(lang: string, half: string, language: EventLanguage, gold: readonly GoldSentence[]): BenchRow {
  const weights = readReranker("dictionaries", lang);
  const counts = gold
    .filter((one) => one.half === half)
    .map(({ text, date, events }) =>
      compareTriples(events, codeSentence(language, text, weights, date).events.map(tripleOf)),
    );
  const [low, high] = intervalOf(counts, `${lang} ${half}`);
  return {
    name: `${lang} gold, ${half} half: F1 of ${counts.length} sentences`,
    figure: `${f1Of(counts).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
    target: GOAL[lang]!,
  };
}

/** 95 % interval by drawing sentences with replacement. */
function intervalOf(counts: readonly Counts[], seed: string): [low: number, high: number] {
  const random = randomStream(seed);
  const drawn = Array.from({ length: DRAWS }, () =>
    f1Of(counts.map(() => counts[Math.floor(random() * counts.length)]!)),
  ).toSorted((a, b) => a - b);
  return [drawn[Math.floor(DRAWS * 0.025)]!, drawn[Math.floor(DRAWS * 0.975)]!];
}

function speedOf(lang: string, language: EventLanguage, gold: readonly GoldSentence[]): BenchRow {
  const weights = readReranker("dictionaries", lang);
  const run = () => gold.forEach(({ text, date }) => codeSentence(language, text, weights, date));
  return {
    name: `${lang} sentences coded in a second of one processor`,
    figure: `${Math.round(gold.length * perSecond(run))}`,
    target: "≥ 20000",
  };
}

/** Agreement with a second coding of the same sentences, where there is one. */
function second(lang: string, gold: readonly GoldSentence[]): BenchRow[] {
  const file = `test/gold/second-coding.${lang}.jsonl`;
  if (!existsSync(file)) return [];
  const { kappa, triples, sentences } = agreement(gold, sentencesIn(file));
  return [
    {
      name: `${lang} two coders on ${sentences} sentences`,
      figure: `kappa of root ${kappa.toFixed(3)}, same triples ${(100 * triples).toFixed(1)} %`,
    },
  ];
}

const sentencesIn = (file: string): GoldSentence[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldSentence);
