import type { Assessment, WarningSignal } from "#model/assessment.ts";
import { monthOf, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { Watch } from "#model/watch.ts";
import {
  compileTransition,
  createEnsemble,
  drawParameters,
  elicitedDraw,
  groupEvidence,
  marginalOf,
  passMessages,
  priorState,
  readingOf,
  spokenBy,
  tableOf,
  type EnsembleMonth,
  type ParameterDraw,
  type Transition,
} from "#science/belief/index.ts";
import { calendarOf } from "./reading/calendar.ts";
import type { Inference } from "./contributions.ts";
import { readIndicators } from "./reading/indicator-readings.ts";
import { compileMeasure, type MeasureReader } from "./reading/measure.ts";
import { createMonthIntervals, type MonthIntervals } from "./month-intervals.ts";
import { questionForecasts } from "./question-forecasts.ts";
import { assessScenario, driversOf } from "./scenario-assessment.ts";
import { parameterSpread, scenarioModel } from "./scenario-numbers.ts";
import { readSituation, type Situation } from "./situation.ts";
import { warningSignals } from "./warning-signals.ts";

/** Version of the method; part of every assessment. */
export const METHOD_VERSION = "scenarios-1";
const DRAWS = 256;
/** Up to this many joint states all draws are made, beyond it fewer: a watch of nine scenarios has 19 683. */
const FULL_DRAWS_STATES = 243;
const LEAST_DRAWS = 32;

/** An assessment before the warnings are worked out from its signals, with what it was told from. */
export interface Assessed {
  readonly assessment: Omit<Assessment, "warnings">;
  readonly signals: readonly WarningSignal[];
  readonly situation: Situation;
  readonly inference: Inference;
  readonly readers: readonly MeasureReader[];
}

export interface AssessRequest {
  readonly asOf: Day;
  readonly observations: readonly Observation[];
  /** Hash of what the observations say. */
  readonly inputsHash: string;
  /** Whether the judgement at the end of every month is told as well. */
  readonly withPath: boolean;
  /** False leaves the drivers out, half the work: a score reads none. */
  readonly withDrivers?: boolean;
}

export type Assessor = (request: AssessRequest) => Assessed;

/**
 * Assesses one watch on any day. The answer depends on the watch and on what was known by that day alone;
 * the assessor only remembers months already filtered, which makes a replay fast and changes no bit of it.
 */
export function createAssessor(watch: Watch): Assessor {
  const readers = watch.indicators.map(compileMeasure);
  const model = scenarioModel(watch);
  const spread = parameterSpread(watch);
  const evidences = readSituation(watch, readers, calendarOf(watch, watch.writtenOn, []), []).bearers.length;
  const elicited = elicitedDraw(model, spread, evidences);
  const transition = compileTransition(model);
  const draws = drawsFor(transition.states);
  const ensemble = createEnsemble([elicited, ...drawParameters(model, spread, evidences, draws, "tocsin")]);
  const intervalsOf = createMonthIntervals();
  return (request) => {
    if (monthOf(request.asOf) < watch.startMonth)
      throw new RangeError(`the watch begins in ${watch.startMonth}, asked for ${request.asOf}`);
    const calendar = calendarOf(watch, request.asOf, request.observations);
    const situation = readSituation(watch, readers, calendar, request.observations);
    const inference = infer(situation, elicited, transition);
    const months = ensemble.run(situation.inMonths);
    return tell({ situation, inference, readers, months, intervalsOf }, request);
  };
}

function drawsFor(states: number): number {
  return Math.min(DRAWS, Math.max(LEAST_DRAWS, Math.floor((DRAWS * FULL_DRAWS_STATES) / states)));
}

function infer({ inMonths }: Situation, elicited: ParameterDraw, transition: Transition): Inference {
  const { model } = elicited;
  const reading = readingOf(elicited, inMonths);
  const { evidence, months } = inMonths;
  const spoken = spokenBy(evidence, reading, months);
  const table = tableOf(evidence, spoken, [...evidence.keys()], months, model.scenarios.length);
  const messages = passMessages(model, transition, table, months);
  const alpha = (messages.forward.at(-1) ?? priorState(model, transition.states)).alpha;
  return {
    model,
    transition,
    reading,
    groups: groupEvidence(evidence),
    spoken,
    table,
    messages,
    alpha,
    critical: model.scenarios.map((_, k) => marginalOf(alpha, k)[2]),
  };
}

interface Judged {
  readonly situation: Situation;
  readonly inference: Inference;
  readonly readers: readonly MeasureReader[];
  readonly months: readonly EnsembleMonth[];
  readonly intervalsOf: (month: EnsembleMonth) => MonthIntervals;
}

function tell(
  { situation, inference, readers, months, intervalsOf }: Judged,
  request: AssessRequest,
): Assessed {
  const { watch, known } = situation;
  const indicators = readIndicators(situation);
  const { withDrivers = true } = request;
  const drivers = withDrivers ? driversOf(situation, inference, readers) : watch.scenarios.map(() => []);
  const picture = { situation, inference, months, intervalsOf, drivers, withPath: request.withPath };
  const { weights } = intervalsOf(months.at(-1)!);
  const assessment = {
    asOf: known.asOf,
    watch: { id: watch.id, name: watch.name, hash: watch.hash },
    illustrative: known.asOf < watch.writtenOn,
    inputs: {
      observations: known.observations.length,
      awaitingSource: known.observations.filter(({ verified }) => verified === "recall").length,
      hash: request.inputsHash,
    },
    method: {
      version: METHOD_VERSION,
      draws: weights.weights.length,
      effectiveDraws: weights.effective,
      temper: weights.temper,
      logEvidence: inference.messages.forward.at(-1)?.logEvidence ?? 0,
    },
    scenarios: watch.scenarios.map((_, k) => assessScenario(picture, k)),
    indicators: request.withPath
      ? indicators
      : indicators.map(({ history: _history, ...reading }) => reading),
    questions: questionForecasts(watch.questions, known.asOf, situation.offered),
  };
  return {
    assessment,
    signals: warningSignals(situation, months, indicators),
    situation,
    inference,
    readers,
  };
}
