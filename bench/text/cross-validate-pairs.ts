import { randomStream } from "#science/numbers/index.ts";
import {
  codeSentence,
  featureText,
  fitPairs,
  pairWeights,
  pairWeightsFile,
  type EventLanguage,
  type FittedPairs,
  type PairWeights,
  type PairWeightsFile,
} from "#science/text/index.ts";
import { compareTriples, tripleOf, type Counts } from "../gold/triples.ts";
import type { PairSentence } from "./pair-sentences.ts";

/** The settings the weights in the dictionary were fitted with. */
const FIT = { epochs: 20, rate: 0.03, ridge: 0.7, leastCount: 4, trust: 1, dropout: 0.2 } as const;

/** From this probability on an event is told, and what scores are divided by: see `npm run bench gold`. */
export const BOUND: Pick<PairWeightsFile, "temperature" | "bound"> = { temperature: 1.5, bound: 0.3 };

/** Fits on the pairs of some sentences, the same each time. */
export const fitOn = (sentences: readonly PairSentence[]): FittedPairs =>
  fitPairs(
    sentences.flatMap(({ examples }) => examples),
    FIT,
    randomStream("pairs"),
  );

/** The weights as they are kept in a file. */
export function fileOf(
  language: EventLanguage,
  fitted: FittedPairs,
  stems: ReadonlyMap<string, number>,
  sure: Pick<PairWeightsFile, "temperature" | "bound"> = BOUND,
): PairWeightsFile {
  const texts = ["", ...stems.keys()];
  return pairWeightsFile(fitted, (family, value) => featureText(language, family, value, texts), sure);
}

/** What was told and wanted of each sentence that nobody read, by weights that saw no sentence of its hand. */
export function crossValidatePairs(
  language: EventLanguage,
  sentences: readonly PairSentence[],
  stems: ReadonlyMap<string, number>,
  folds: number,
): Counts[] {
  const hands = [...new Set(sentences.flatMap(({ hand }) => hand ?? []))];
  return Array.from({ length: folds }, (_, fold) => {
    const isHeld = ({ hand }: PairSentence) => hand !== null && hands.indexOf(hand) % folds === fold;
    const fitted = fitOn(sentences.filter((one) => !isHeld(one)));
    const weights = pairWeights(fileOf(language, fitted, stems), language);
    return sentences.filter(isHeld).map(({ sentence }) => countsOf(language, sentence, weights));
  }).flat();
}

export const countsOf = (
  language: EventLanguage,
  { text, date, events }: PairSentence["sentence"],
  weights: PairWeights | null,
): Counts => compareTriples(events, codeSentence(language, text, null, date, weights).events.map(tripleOf));
