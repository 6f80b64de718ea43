/** Belief: exact networks, coupled scenarios over time, and the words for what they say. */
export { createEnsemble, readingOf, sameInMonth, SOON_MONTHS, YEAR_MONTHS } from "./scenarios/ensemble.ts";
export type { Ensemble, EnsembleJudgement, EnsembleMonth, EvidenceInMonths } from "./scenarios/ensemble.ts";
export {
  addTold,
  groupEvidence,
  monthLogLikelihood,
  spokenBy,
  tableOf,
  toldTogether,
  voicesIn,
} from "./scenarios/evidence.ts";
export type { CountEvidence, Evidence, Reading, TableEvidence, Voice } from "./scenarios/evidence.ts";
export { filterFrom, filterMonth, filterMonths, priorState, weigh } from "./scenarios/filter.ts";
export type { FilterState } from "./scenarios/filter.ts";
export { fitParameters } from "./scenarios/fit-parameters.ts";
export type { FittedParameters } from "./scenarios/fit-parameters.ts";
export { drawInterval, temperedWeights } from "./scenarios/importance.ts";
export type { DrawWeights } from "./scenarios/importance.ts";
export {
  jointStates,
  marginalOf,
  MAX_JOINT_STATES,
  stateIn,
  TooManyStates,
} from "./scenarios/joint-space.ts";
export { eventHad, passMessages } from "./scenarios/messages.ts";
export type { Messages } from "./scenarios/messages.ts";
export { countLogLikelihood, elicitedPowers } from "./scenarios/negative-binomial.ts";
export type { CountElicitation, CountPowers } from "./scenarios/negative-binomial.ts";
export { outlook } from "./scenarios/outlook.ts";
export type { Outlook, WhatIf } from "./scenarios/outlook.ts";
export type { OutlookBasis } from "./scenarios/outlook-basis.ts";
export { drawParameters, elicitedDraw } from "./scenarios/parameter-draws.ts";
export type { ParameterDraw, ParameterSpread } from "./scenarios/parameter-draws.ts";
export { dot, passageCurve, passageQuantile } from "./scenarios/passage-curve.ts";
export { reportValue } from "./scenarios/report-value.ts";
export type { OpenReport, ReportRows, ReportValue } from "./scenarios/report-value.ts";
export { ruleLogLikelihood, ruleOutlook, ruleTable, sameStories } from "./scenarios/rule-evidence.ts";
export type { RuleStanding, RuleStories } from "./scenarios/rule-evidence.ts";
export { rulePassage, ruleReading } from "./scenarios/rule-passage.ts";
export type { RuleEvent, RuleOutlook } from "./scenarios/rule-passage.ts";
export { rowsFromDwell } from "./scenarios/scenario-model.ts";
export type {
  GateNumbers,
  InfluenceNumbers,
  ScenarioModel,
  ScenarioNumbers,
} from "./scenarios/scenario-model.ts";
export { compileTransition, InfluenceCycle, stepBackward, stepForward } from "./scenarios/transition.ts";
export type { Transition } from "./scenarios/transition.ts";
export { permutationShapley } from "./shapley.ts";
export { estimativeWords } from "./words.ts";
