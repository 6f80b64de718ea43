/** Exact discrete Bayesian networks: read, check, ask, explain. */
export {
  BeliefError,
  BifError,
  EvidenceInvalid,
  ImpossibleEvidence,
  NetworkInvalid,
  NetworkTooLarge,
} from "./belief-error.ts";
export type { GivenFinding, NetworkFault } from "./belief-error.ts";
export { parseBif } from "./bif.ts";
export { writeBif } from "./bif-writer.ts";
export { readEvidence } from "./evidence.ts";
export type { Evidence, Finding } from "./evidence.ts";
export { explainQuery } from "./explanation.ts";
export type { Contribution, ExplainOptions, Explanation } from "./explanation.ts";
export { infer, posteriorsOf, propagate } from "./inference.ts";
export type { Inference, Posteriors } from "./inference.ts";
export { mostProbable } from "./most-probable.ts";
export type { MostProbable } from "./most-probable.ts";
export { defineNetwork } from "./network.ts";
export type { BeliefNetwork, Variable, VariableDefinition } from "./network.ts";
export { ROW_SUM_TOLERANCE } from "./row.ts";
export { drawnIntervals, drawPosteriors } from "./parameter-draws.ts";
export type { DrawnInterval, DrawRange, TableDoubt } from "./parameter-draws.ts";
export { sensitivity } from "./sensitivity.ts";
export type { ParameterSensitivity, ParameterSpread, Sensitivity } from "./sensitivity.ts";
export { separation } from "./separation.ts";
export type { Separation, SeparationQuestion, TrailStep } from "./separation.ts";
export { compile, loadTables } from "./tree/compile.ts";
export type { CompileOptions, JunctionTree } from "./tree/junction-tree.ts";
export { valueOfInformation } from "./value-of-information.ts";
export type { InformationValue, ValueOfInformation } from "./value-of-information.ts";
