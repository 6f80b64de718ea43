import { readEventLanguage, readReranker } from "#dictionary/index.ts";
import { randomStream } from "#science/numbers/index.ts";
import { classifyEvent, codeSentence, quadOf, ROOTS, type Root } from "#science/text/index.ts";
import type { BenchRow } from "./bench-row.ts";
import { atTemperature, calibrate, crossValidate, type HeldOut } from "./text/cross-validate.ts";
import { petrarchRecords } from "./text/petrarch-records.ts";
import { rawTriples } from "./text/raw-triples.ts";
import { pageEvents } from "./text/page-events.ts";
import { ownExamples, ploverExamples } from "./text/root-examples.ts";
import { PLV_FILE, ploverSentences, type PloverSentence } from "./text/plover-sentences.ts";

const DRAWS = 1000;
const ROUNDS = 30;

/** A prediction beside the truth. */
interface Judged {
  readonly wanted: string;
  readonly found: string;
  readonly wantedQuad: number;
  readonly foundQuad: number;
}

/** The coder on PLOVER sentences: roots given the two sides, by ten-fold cross-validation, and speed. Speeds come first, before the other measures have made the code they share slower than a process that only codes finds it. */
export function benchText(): BenchRow[] {
  const pages = pageEvents();
  const rows = ploverSentences(PLV_FILE);
  const language = readEventLanguage("dictionaries", "en", []);
  const model = readReranker("dictionaries", "en", "plover");
  if (!rows || !language || !model)
    return [{ name: "events", figure: `not measured: ${PLV_FILE} is not there` }];
  const speeds = [
    speed("sentences classified per core second", rows, ({ sentence, source, target }) =>
      classifyEvent(language, model, sentence, source, target),
    ),
    speed("sentences coded per core second, rules alone", rows, ({ sentence }) =>
      codeSentence(language, sentence),
    ),
    speed("sentences coded per core second, weighed", rows, ({ sentence }) =>
      codeSentence(language, sentence, model),
    ),
  ];
  const all = crossValidate([...ploverExamples(language, rows), ...ownExamples(language)]);
  const held = all.slice(0, rows.length);
  const judged = held.map((one, row) => judge(one, rows[row]!));
  return [
    measured(
      `root of ${rows.length} PLOVER sentences, sides given: accuracy`,
      judged,
      accuracy,
      "≥ 0.83",
      0.838,
    ),
    measured("the same: macro-F1 of 15 roots", judged, macroF1, "≥ 0.80", 0.824),
    measured("the same: quad class", judged, quadAccuracy, "≥ 0.91", 0.901),
    measured("the same: cooperation or conflict", judged, sideAccuracy, "≥ 0.965", 0.965),
    { name: "the same: calibration error of the confidence", figure: calibrationError(held).toFixed(3) },
    ownRoots(all.slice(rows.length)),
    ...rawTriples(language, rows, held),
    ...speeds,
    ...petrarchRecords(),
    ...pages,
  ];
}

/** How often the root between the sides of own gold sentences is told, by weights that had not seen them; rules had. */
const ownRoots = (held: readonly HeldOut[]): BenchRow => {
  const right = held.filter(({ label, p }) => ROOTS[p.indexOf(Math.max(...p))] === label).length;
  return {
    name: `root of ${held.length} events of own sentences that were read, sides given: accuracy`,
    figure: (right / held.length).toFixed(3),
  };
};

function judge({ label, p }: HeldOut, { quad }: PloverSentence): Judged {
  const sums = [0, 0, 0, 0, 0];
  ROOTS.forEach((root, at) => (sums[quadOf(root)]! += p[at]!));
  return {
    wanted: label,
    found: ROOTS[p.indexOf(Math.max(...p))]!,
    wantedQuad: quad,
    foundQuad: sums.indexOf(Math.max(...sums)),
  };
}

const share = (judged: readonly Judged[], isRight: (one: Judged) => boolean) =>
  judged.filter(isRight).length / judged.length;
const accuracy = (judged: readonly Judged[]) => share(judged, ({ wanted, found }) => wanted === found);
const quadAccuracy = (judged: readonly Judged[]) =>
  share(judged, ({ wantedQuad, foundQuad }) => wantedQuad === foundQuad);
const sideAccuracy = (judged: readonly Judged[]) =>
  share(judged, ({ wantedQuad, foundQuad }) => wantedQuad <= 2 === foundQuad <= 2);

function macroF1(judged: readonly Judged[]): number {
  const scores = ROOTS.map((root: Root) => {
    const both = judged.filter(({ wanted, found }) => wanted === root && found === root).length;
    const either =
      judged.filter(({ wanted }) => wanted === root).length +
      judged.filter(({ found }) => found === root).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** A figure with its 95 % interval, by drawing sentences with replacement; the peer is the published zero-shot transformer on the unseen part of the same set. */
function measured(
  name: string,
  judged: readonly Judged[],
  figureOf: (judged: readonly Judged[]) => number,
  target: string,
  peer: number,
): BenchRow {
  const random = randomStream(name);
  const drawn = Array.from({ length: DRAWS }, () =>
    figureOf(judged.map(() => judged[Math.floor(random() * judged.length)]!)),
  ).toSorted((a, b) => a - b);
  const figure = figureOf(judged);
  const [low, high] = [drawn[Math.floor(DRAWS * 0.025)]!, drawn[Math.floor(DRAWS * 0.975)]!];
  return {
    name,
    figure: `${figure.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`,
    target,
    peer: `${peer} zero-shot RoBERTa, published`,
    ratio: (figure / peer).toFixed(2),
  };
}

/** The mean distance between what the confidence says, at the temperature it is told at, and how often it is right, over ten bins. */
function calibrationError(held: readonly HeldOut[]): number {
  const temperature = calibrate(held);
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }));
  for (const { label, p: raw } of held) {
    const p = atTemperature(raw, temperature);
    const sure = Math.max(...p);
    const bin = bins[Math.min(9, Math.floor(sure * 10))]!;
    bin.count += 1;
    bin.sure += sure;
    if (ROOTS[p.indexOf(sure)] === label) bin.right += 1;
  }
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / held.length;
}

/** Per second of one core's own time, in the quickest of many rounds: what runs beside it takes caches and half a core. */
function speed(
  name: string,
  rows: readonly PloverSentence[],
  run: (row: PloverSentence) => unknown,
): BenchRow {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    rows.forEach(run);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  const perSecond = (1e6 * rows.length) / least;
  return {
    name,
    figure: `${Math.round(perSecond)}`,
    target: "≥ 20000",
    peer: "616 PETRARCH-2 without its parser",
    ratio: (perSecond / 616).toFixed(0),
  };
}
