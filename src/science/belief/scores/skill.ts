import { type Clusters, type LogRatio, ratioInterval } from "./cluster-bootstrap.ts";
import { meanOf, type Forecast } from "./forecast.ts";
import { brierScore, logScore } from "./scoring-rules.ts";

/** From so many questions on, with so many of either outcome, the 90 % intervals cover 88–92 % of simulated truths. */
export const LEAST_QUESTIONS = 50;
export const LEAST_OF_EACH = 10;

/** How much of a rival's Brier score was avoided: 1 perfect, 0 no better, below 0 worse. */
export interface Skill {
  /** 1 − Brier / Brier of the rival; null where the rival made no error to avoid. */
  readonly value: number | null;
  /** 90 % interval; null where the questions leave no spread to measure it with. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether skill may be claimed: enough questions, and a lower bound (one-sided 95 %) above 0. */
  readonly isClaimed: boolean;
  /** The claim, or why there is none, in a sentence. */
  readonly verdict: string;
  /** Questions that would be enough at the skill seen; null where no number of them would be, or none is missing. */
  readonly questionsWanted: number | null;
}

/** A mean score and its 90 % interval; null bounds where the questions leave no spread. */
export interface MeanScore {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The base rate is that of the very forecasts scored: the hardest constant to beat, known only afterwards. */
export function skillAgainstBaseRate(forecasts: readonly Forecast[]): Skill {
  const baseRate = meanOf(forecasts, ({ outcome }) => outcome);
  return skillOf(forecasts, "the base rate", {
    rivalBrier: meanOf(forecasts, ({ outcome }) => brierScore(baseRate, outcome)),
    columns: ({ p, outcome }) => [1, brierScore(p, outcome), outcome, outcome ** 2],
    ratio: againstVariance,
  });
}

/** Skill against the `reference` that every forecast carries. */
export function skillAgainstReference(forecasts: readonly Forecast[], rival: string): Skill {
  const rivalScore = ({ reference = 0, outcome }: Forecast) => brierScore(reference, outcome);
  return skillOf(forecasts, rival, {
    rivalBrier: meanOf(forecasts, rivalScore),
    columns: (forecast) => [rivalScore(forecast), brierScore(forecast.p, forecast.outcome)],
    ratio: secondToFirst,
  });
}

export function meanBrier(forecasts: readonly Forecast[]): MeanScore {
  return meanScore(forecasts, ({ p, outcome }) => brierScore(p, outcome));
}

export function meanLog(forecasts: readonly Forecast[]): MeanScore {
  return meanScore(forecasts, ({ p, outcome }) => logScore(p, outcome));
}

function meanScore(forecasts: readonly Forecast[], score: (forecast: Forecast) => number): MeanScore {
  const interval = ratioInterval(
    clustersOf(forecasts, (forecast) => [1, score(forecast)]),
    secondToFirst,
  );
  return { value: meanOf(forecasts, score), low: interval?.low ?? null, high: interval?.high ?? null };
}

/** ln(second / first). */
const secondToFirst: LogRatio = ([first = 0, second = 0]) => ({
  value: Math.log(second / first),
  gradient: Float64Array.of(-1 / first, 1 / second),
});

/** ln(Σ score / variance of the outcomes) from n, Σ score, Σ outcome and Σ outcome². */
const againstVariance: LogRatio = ([n = 0, score = 0, sum = 0, squares = 0]) => {
  const mean = sum / n;
  const variation = squares - sum * mean;
  return {
    value: Math.log(score / variation),
    gradient: Float64Array.of(-(mean ** 2) / variation, 1 / score, (2 * mean) / variation, -1 / variation),
  };
};

interface Rivalry {
  readonly rivalBrier: number;
  readonly columns: (forecast: Forecast) => readonly number[];
  readonly ratio: LogRatio;
}

function skillOf(
  forecasts: readonly Forecast[],
  rival: string,
  { rivalBrier, columns, ratio }: Rivalry,
): Skill {
  const brier = meanOf(forecasts, ({ p, outcome }) => brierScore(p, outcome));
  if (rivalBrier === 0) {
    const verdict = `No claim: ${rival} made no error here, so there is nothing to be better at.`;
    return { value: null, low: null, high: null, isClaimed: false, verdict, questionsWanted: null };
  }
  const clusters = clustersOf(forecasts, columns);
  const interval = ratioInterval(clusters, ratio);
  const value = 1 - brier / rivalBrier;
  const bounds = { low: interval && 1 - interval.high, high: interval && 1 - interval.low };
  return { value, ...bounds, ...claimFor({ rival, value, low: bounds.low, ...countsOf(forecasts) }) };
}

interface Counts {
  readonly questions: number;
  /** Questions in which the rarer outcome occurred. */
  readonly rarer: number;
}

function countsOf(forecasts: readonly Forecast[]): Counts {
  const having = (occurred: (outcome: number) => boolean) =>
    new Set(forecasts.filter(({ outcome }) => occurred(outcome)).map(({ question }) => question)).size;
  return {
    questions: having(() => true),
    rarer: Math.min(
      having((outcome) => outcome > 0),
      having((outcome) => outcome < 1),
    ),
  };
}

interface Standing extends Counts {
  readonly rival: string;
  readonly value: number;
  readonly low: number | null;
}

function claimFor(standing: Standing): Pick<Skill, "isClaimed" | "verdict" | "questionsWanted"> {
  const { rival, value, low, questions, rarer } = standing;
  const none = (why: string, questionsWanted: number | null) => ({
    isClaimed: false,
    verdict: `No claim: ${why}`,
    questionsWanted,
  });
  if (value <= 0) return none(`${rival} did as well or better.`, null);
  const wanted = questionsWanted(standing);
  if (questions < LEAST_QUESTIONS || rarer < LEAST_OF_EACH) {
    return none(
      `${questions} questions (${rarer} of the rarer outcome) do not carry an interval; about ${wanted} would be enough.`,
      wanted,
    );
  }
  if (low === null) return none("the questions leave no spread to measure an interval with.", null);
  if (low <= 0) {
    return none(`the lower bound is not above 0; about ${wanted} questions would be enough.`, wanted);
  }
  const verdict = `Better than ${rival}: at least ${(low * 100).toFixed(1)} % of its error avoided, with 95 % confidence.`;
  return { isClaimed: true, verdict, questionsWanted: null };
}

/** Half-widths shrink with the square root of the number of questions, on the scale of ln(1 − skill). */
function questionsWanted({ value, low, questions, rarer }: Standing): number {
  const shortfall = low === null ? 1 : (Math.log1p(-low) - Math.log1p(-value)) / -Math.log1p(-value);
  const forEach = rarer > 0 ? (questions * LEAST_OF_EACH) / rarer : LEAST_QUESTIONS;
  return Math.ceil(Math.max(LEAST_QUESTIONS, forEach, questions * shortfall ** 2));
}

function clustersOf(
  forecasts: readonly Forecast[],
  columns: (forecast: Forecast) => readonly number[],
): Clusters {
  const placeOf = new Map<string, number>();
  for (const { question } of forecasts) if (!placeOf.has(question)) placeOf.set(question, placeOf.size);
  const width = columns(forecasts[0]!).length;
  const rows = new Float64Array(placeOf.size * width);
  for (const forecast of forecasts) {
    const at = placeOf.get(forecast.question)! * width;
    for (const [j, added] of columns(forecast).entries()) rows[at + j]! += added;
  }
  return { width, rows };
}
