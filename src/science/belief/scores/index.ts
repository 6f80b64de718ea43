/** Scores of resolved forecasts: what they were worth, and whether that can be told from luck. */
export { rateBaseRate, shareBaseRate } from "./base-rate.ts";
export type { BaseRate } from "./base-rate.ts";
export { LEVEL, ratioInterval } from "./cluster-bootstrap.ts";
export type { Clusters, LogRatio, RatioInterval } from "./cluster-bootstrap.ts";
export { corpTerms } from "./corp.ts";
export type { CorpTerms } from "./corp.ts";
export { areaUnderRoc } from "./discrimination.ts";
export { checkForecasts, meanOf, ScoreRefused } from "./forecast.ts";
export type { Forecast } from "./forecast.ts";
export { binned, murphyTerms } from "./murphy-terms.ts";
export type { Bin, MurphyTerms } from "./murphy-terms.ts";
export { poissonRate } from "./poisson-interval.ts";
export type { Rate } from "./poisson-interval.ts";
export { reliabilityDiagram } from "./reliability-diagram.ts";
export type { ReliabilityBin } from "./reliability-diagram.ts";
export { isDecided, scoreForecasts } from "./score-forecasts.ts";
export type { Scores } from "./score-forecasts.ts";
export { brierScore, LOG_CLIP, logScore, rankedProbabilityScore } from "./scoring-rules.ts";
export {
  LEAST_OF_EACH,
  LEAST_QUESTIONS,
  meanBrier,
  meanLog,
  skillAgainstBaseRate,
  skillAgainstReference,
} from "./skill.ts";
export type { MeanScore, Skill } from "./skill.ts";
