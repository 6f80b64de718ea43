import { existsSync, readFileSync } from "node:fs";
import { readActorTable, readEventLanguage, readPairWeights, readReranker } from "#dictionary/index.ts";
import { randomStream } from "#science/numbers/index.ts";
import { codeSentence, type EventLanguage } from "#science/text/index.ts";
import type { BenchRow } from "./bench-row.ts";
import { perSecond } from "./pages/per-second.ts";
import { agreement } from "./gold/agreement.ts";
import { whenWhereRows } from "./gold/when-where.ts";
import { crossValidatePairs } from "./text/cross-validate-pairs.ts";
import { pairSentences } from "./text/pair-sentences.ts";
import { compareTriples, f1Of, tripleOf, type Counts, type GoldSentence } from "./gold/triples.ts";

const GOAL: Readonly<Record<string, string>> = { en: "≥ 0.80", ru: "≥ 0.72", zh: "≥ 0.72" };
const DRAWS = 2000;

/** Triples (source country, target country, root) on the gold sentences of three languages, with intervals, speed, and when and where. */
export function benchGold(): BenchRow[] {
  const own = readActorTable("watches/ilrs/actors.csv");
  return Object.keys(GOAL).flatMap((lang) => {
    const language = readEventLanguage("dictionaries", lang, own);
    const gold = sentencesIn(fileOf("space", lang));
    if (!language) return [{ name: `${lang} gold`, figure: "not measured: the language cannot be coded" }];
    const rows = SETS.flatMap((set) => setRows(lang, language, set));
    return [
      ...rows,
      neverRead(lang, language),
      ...(lang === "en" ? [byOtherHands(language)] : []),
      speedOf(lang, language, gold),
      ...whenWhereRows(lang, language),
      ...second(lang, gold),
    ];
  });
}

/** Sets of sentences, `test/gold/<set>-events.<lang>.jsonl`; not every language has all. */
const SETS = [
  "space",
  "fresh",
  "blind",
  "news",
  "desk",
  "press",
  "record",
  "register",
  "outside",
  "wide",
  "security",
  "varied",
  "later",
];

/** Of these the halves held back were read later on. */
const READ_SINCE: ReadonlySet<string> = new Set(["fresh", "blind"]);

/** Halves of a set: of `tuning` and `opened` the errors were read, `check` was read as well; weights are fitted on `training`, unread. */
const HALVES = ["tuning", "opened", "check", "training", "held"];

const fileOf = (set: string, lang: string) => `test/gold/${set}-events.${lang}.jsonl`;

function setRows(lang: string, language: EventLanguage, set: string): BenchRow[] {
  const file = fileOf(set, lang);
  if (!existsSync(file)) return [];
  const sentences = sentencesIn(file);
  return HALVES.filter((half) => sentences.some((one) => one.half === half)).map((half) =>
    rowOf(
      `${lang} ${set}, ${half} half`,
      language,
      sentences.filter((one) => one.half === half),
      GOAL[lang]!,
    ),
  );
}

/** All sentences of a language whose errors nobody read. */
function neverRead(lang: string, language: EventLanguage): BenchRow {
  const files = SETS.filter((set) => !READ_SINCE.has(set)).map((set) => fileOf(set, lang));
  const held = files
    .filter((file) => existsSync(file))
    .flatMap((file) => sentencesIn(file))
    .filter(({ half }) => half === "held");
  return rowOf(`${lang} never read`, language, held, GOAL[lang]!);
}

/** Sentences that weights are fitted on, by weights that saw none of the same hand. */
function byOtherHands(language: EventLanguage): BenchRow {
  const stems = new Map<string, number>();
  const counts = crossValidatePairs(language, pairSentences(language, stems), stems, 7);
  const [low, high] = intervalOf(counts, "other hands");
  return {
    name: `en training, weights of other hands: F1 of ${counts.length} sentences`,
    figure: `${f1Of(counts).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
  };
}

function rowOf(
  name: string,
  language: EventLanguage,
  gold: readonly GoldSentence[],
  target: string,
): BenchRow {
  const weights = readReranker("dictionaries", language.grammar.language);
  const pairs = readPairWeights("dictionaries", language);
  const counts = gold.map(({ text, date, events }) =>
    compareTriples(events, codeSentence(language, text, weights, date, pairs).events.map(tripleOf)),
  );
  const [low, high] = intervalOf(counts, name);
  return {
    name: `${name}: F1 of ${counts.length} sentences`,
    figure: `${f1Of(counts).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
    target,
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
  const pairs = readPairWeights("dictionaries", language);
  const run = () => gold.forEach(({ text, date }) => codeSentence(language, text, weights, date, pairs));
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
