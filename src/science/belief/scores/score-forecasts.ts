import { LEVEL } from "./cluster-bootstrap.ts";
import { corpTerms, type CorpTerms } from "./corp.ts";
import { areaUnderRoc } from "./discrimination.ts";
import { checkForecasts, meanOf, type Forecast } from "./forecast.ts";
import { binned, murphyTerms, type MurphyTerms } from "./murphy-terms.ts";
import { reliabilityDiagram, type ReliabilityBin } from "./reliability-diagram.ts";
import { LOG_CLIP } from "./scoring-rules.ts";
import { meanBrier, meanLog, skillAgainstBaseRate, skillAgainstReference, type Skill } from "./skill.ts";

/** Everything said about a set of resolved forecasts. */
export interface Scores extends MurphyTerms {
  readonly n: number;
  readonly questions: number;
  /** Kish: as many independent questions would weigh as much as these forecasts of unequally often asked ones. */
  readonly effectiveN: number;
  readonly baseRate: number;
  readonly brier: number;
  readonly log: number;
  readonly logClip: number;
  readonly identity: string;
  /** Brier less the sum of the terms: rounding, and nothing else. */
  readonly remainder: number;
  readonly auc: number | null;
  readonly corp: CorpTerms;
  readonly intervals: {
    readonly level: number;
    readonly brier: Bounds;
    readonly log: Bounds;
  };
  readonly skill: { readonly baseRate: Skill; readonly reference?: Skill };
  readonly bins: readonly ReliabilityBin[];
  /** Forecasts of exactly 0 or 1 that are right: as a rule stated when the question had been decided. */
  readonly decided: number;
}

interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

const IDENTITY =
  "brier = reliability − resolution + uncertainty + withinBinVariance − 2 × withinBinCovariance";

/** Scores what is given, in equal bins of p. Throws ScoreRefused where there is nothing, or a number is outside [0, 1]. */
export function scoreForecasts(
  forecasts: readonly Forecast[],
  { bins = 10, rival }: { readonly bins?: number; readonly rival?: string } = {},
): Scores {
  checkForecasts(forecasts);
  const inBins = binned(forecasts, bins);
  const terms = murphyTerms(inBins);
  const [brier, log] = [meanBrier(forecasts), meanLog(forecasts)];
  // Sorted once: what sorts again finds it done.
  const sorted = forecasts.toSorted((a, b) => a.p - b.p);
  const decided = forecasts.filter(isDecided).length;
  const claim = withheldFor(decided, forecasts.length);
  return {
    n: forecasts.length,
    ...countQuestions(forecasts),
    baseRate: meanOf(forecasts, ({ outcome }) => outcome),
    brier: brier.value,
    log: log.value,
    logClip: LOG_CLIP,
    ...terms,
    identity: IDENTITY,
    remainder: brier.value - sumOf(terms),
    auc: areaUnderRoc(sorted),
    corp: corpTerms(sorted),
    intervals: {
      level: LEVEL,
      brier: { low: brier.low, high: brier.high },
      log: { low: log.low, high: log.high },
    },
    skill: {
      baseRate: claim(skillAgainstBaseRate(forecasts)),
      ...(rival !== undefined && { reference: claim(skillAgainstReference(forecasts, rival)) }),
    },
    bins: reliabilityDiagram(inBins),
    decided,
  };
}

/** Whether the forecast says exactly 0 or 1 and is right. */
export function isDecided({ p, outcome }: Forecast): boolean {
  return (p === 0 || p === 1) && p === outcome;
}

function sumOf(terms: MurphyTerms): number {
  const { reliability, resolution, uncertainty, withinBinVariance, withinBinCovariance } = terms;
  return reliability - resolution + uncertainty + withinBinVariance - 2 * withinBinCovariance;
}

/** Nobody is credited with foreseeing what had been decided. */
function withheldFor(decided: number, n: number): (skill: Skill) => Skill {
  if (decided === 0) return (skill) => skill;
  const verdict = `No claim: ${decided} of ${n} forecasts say exactly 0 or 1 and are right, as they would once decided; score the open ones.`;
  return (skill) => ({ ...skill, isClaimed: false, verdict, questionsWanted: null });
}

function countQuestions(forecasts: readonly Forecast[]): { questions: number; effectiveN: number } {
  const asked = new Map<string, number>();
  for (const { question } of forecasts) asked.set(question, (asked.get(question) ?? 0) + 1);
  const squares = [...asked.values()].reduce((sum, times) => sum + times ** 2, 0);
  return { questions: asked.size, effectiveN: forecasts.length ** 2 / squares };
}
