import { type Random, randomStream, standardNormal, weightedQuantile } from "#science/numbers/index.ts";
import { LEVEL } from "./cluster-bootstrap.ts";
import type { Forecast } from "./forecast.ts";
import type { Bin } from "./murphy-terms.ts";

/** One point of a reliability diagram. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly questions: number;
  readonly meanP: number;
  readonly frequency: number;
  /** Where the frequency would fall in 90 % of cases were every forecast in the bin true. */
  readonly low: number;
  readonly high: number;
}

const REPLICATES = 1000;
/** Beyond so many questions in a bin the sum of their outcomes is normal to well under the width of a line. */
const MANY = 400;

/**
 * Observed frequencies with consistency bands (Bröcker & Smith 2007, Weather and Forecasting 22:651), the forecasts in
 * a bin kept as they are. Forecasts of one question share its outcome, so a question counts once however often it
 * was asked.
 */
export function reliabilityDiagram(bins: readonly Bin[]): ReliabilityBin[] {
  return bins.map(({ from, to, forecasts, meanP, frequency }) => {
    const questions = questionsIn(forecasts);
    const n = forecasts.length;
    const draw = questions.length > MANY ? normalSum(questions) : outcomeSum(questions);
    const random = randomStream(`consistency ${from}`);
    const frequencies = Float64Array.from({ length: REPLICATES }, () =>
      Math.min(1, Math.max(0, draw(random) / n)),
    );
    const even = new Float64Array(REPLICATES).fill(1);
    const at = (q: number) => weightedQuantile(frequencies, even, q);
    const [low, high] = [at((1 - LEVEL) / 2), at((1 + LEVEL) / 2)];
    return { from, to, n, questions: questions.length, meanP, frequency, low, high };
  });
}

interface AskedQuestion {
  readonly times: number;
  readonly p: number;
}

function questionsIn(forecasts: readonly Forecast[]): AskedQuestion[] {
  const asked = new Map<string, { times: number; sum: number }>();
  for (const { question, p } of forecasts) {
    const one = asked.get(question) ?? { times: 0, sum: 0 };
    one.times++;
    one.sum += p;
    asked.set(question, one);
  }
  return [...asked.values()].map(({ times, sum }) => ({ times, p: sum / times }));
}

/** Draws how many of the forecasts come true. */
type SumDraw = (random: Random) => number;

function outcomeSum(questions: readonly AskedQuestion[]): SumDraw {
  return (random) => {
    let sum = 0;
    for (const { times, p } of questions) if (random() < p) sum += times;
    return sum;
  };
}

function normalSum(questions: readonly AskedQuestion[]): SumDraw {
  let [mean, variance] = [0, 0];
  for (const { times, p } of questions) {
    mean += times * p;
    variance += times ** 2 * p * (1 - p);
  }
  return (random) => mean + Math.sqrt(variance) * standardNormal(random);
}
