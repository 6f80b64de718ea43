import type { Assessment, WarningSignal } from "#model/assessment.ts";
import { monthOf, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { withoutSuperseded } from "#model/story.ts";
import type { Watch } from "#model/watch.ts";
import {
  compileTransition,
  createEnsemble,
  dot,
  drawParameters,
  elicitedDraw,
  groupEvidence,
  passMessages,
  priorState,
  readingOf,
  ruleOutlook,
  ruleReading,
  ruleTable,
  spokenBy,
  tableOf,
  type EnsembleMonth,
  type ParameterDraw,
} from "#science/belief/index.ts";
import { calendarOf } from "./reading/calendar.ts";
import { soonFrom, type Inference } from "./contributions.ts";
import { createFits, type Fit } from "./fits.ts";
import { readIndicators } from "./reading/indicator-readings.ts";
import type { MonthSignal } from "./month-signal.ts";
import { createJudge, intervalsAround, type MonthIntervals } from "./month-intervals.ts";
import { questionForecasts } from "./question-forecasts.ts";
import { assessScenario, casesOf, driversOf } from "./scenario-assessment.ts";
import { compileReaders, type Readers } from "./readers.ts";
import { parameterSpread, scenarioModel } from "./scenario-numbers.ts";
import { remembered } from "./remembered.ts";
import { createShifts, type Shifts } from "./shifts.ts";
import { readSituation, type Situation } from "./situation.ts";
import { warningSignals } from "./warning-signals.ts";

/** Version of the method; part of every assessment. */
export const METHOD_VERSION = "scenarios-4";
const DRAWS = 256;
/** Up to this many joint states all draws are made, beyond it fewer: a watch of nine scenarios has 19 683. */
const FULL_DRAWS_STATES = 243;
const LEAST_DRAWS = 32;
/** Of the draws, the path through the past is told from every eighth. */
const PATH_EVERY = 8;

/** An assessment before the warnings are worked out from its signals, with what it was told from. */
export interface Assessed {
  readonly assessment: Omit<Assessment, "warnings">;
  readonly signals: readonly WarningSignal[];
  readonly situation: Situation;
  readonly inference: Inference;
  readonly readers: Readers;
  readonly shifts: Shifts;
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
  const readers = compileReaders(watch);
  const model = scenarioModel(watch);
  const spread = parameterSpread(watch);
  const evidences = readSituation(watch, readers, calendarOf(watch, watch.writtenOn, []), []).bearers.length;
  const elicited = elicitedDraw(model, spread, evidences);
  const draws = drawsFor(compileTransition(model).states);
  const ensemble = createEnsemble(drawParameters(model, spread, evidences, draws, "tocsin"));
  const judgeDraws = createJudge(ensemble);
  const fitFor = createFits(watch, readers, elicited, spread);
  return (request) => {
    if (monthOf(request.asOf) < watch.startMonth)
      throw new RangeError(`the watch begins in ${watch.startMonth}, asked for ${request.asOf}`);
    const calendar = calendarOf(watch, request.asOf, request.observations);
    const situation = readSituation(watch, readers, calendar, request.observations);
    const fit = fitFor(request.asOf, request.observations);
    const inference = infer(situation, fit.draw);
    const told = { situation, inference, readers, fit };
    return tell(
      { ...told, ...judgements(situation, fit, ensemble.run(situation.inMonths), judgeDraws) },
      request,
    );
  };
}

/** What the fitted parameters say at the end of every month, and the intervals around it where they are asked for. */
function judgements(
  { inMonths }: Situation,
  { ensemble, judge }: Fit,
  drawn: readonly EnsembleMonth[],
  judgeDraws: ReturnType<typeof createJudge>,
): Pick<Judged, "signals" | "intervals"> {
  const own = ensemble.run(inMonths);
  const signals = own.map((_, t) => {
    const { critical, soon, ahead } = judge(inMonths, own, t);
    const first = (told: readonly Float64Array[]) => told.map((p) => p[0]!);
    return { critical: first(critical), soon: first(soon), withinYear: first(ahead) };
  });
  const last = own.length - 1;
  return {
    signals,
    intervals: remembered((t: number) => {
      const every = t === last ? 1 : PATH_EVERY;
      return intervalsAround(signals[t]!, judgeDraws(inMonths, drawn, t, every), drawn[t]!, every);
    }),
  };
}

function drawsFor(states: number): number {
  return Math.min(DRAWS, Math.max(LEAST_DRAWS, Math.floor((DRAWS * FULL_DRAWS_STATES) / states)));
}

function infer({ inMonths }: Situation, draw: ParameterDraw): Inference {
  const { model } = draw;
  const transition = compileTransition(model);
  const reading = readingOf(draw, inMonths);
  const { evidence, rules, months } = inMonths;
  const spoken = spokenBy(evidence, reading, months);
  const counted = ruleTable(rules, reading, months);
  const table = tableOf(evidence, spoken, [...evidence.keys()], months, model.scenarios.length);
  for (let at = 0; at < table.length; at++) table[at]! += counted[at]!;
  const outlooks = rules.map((_, k) => ruleOutlook(rules, reading, k, months - 1));
  const events = soonFrom(transition, outlooks);
  const messages = passMessages(model, transition, table, months, events);
  const alpha = (messages.forward.at(-1) ?? priorState(model, transition.states)).alpha;
  return {
    ...{ draw, model, transition, reading, spoken, counted, table, outlooks, messages, alpha },
    groups: groupEvidence(evidence),
    soonFrom: events,
    soon: events.map((event) => dot(event, alpha)),
    states: outlooks.map((rule, k) =>
      ruleReading(transition.states, k, rule).map((from) => dot(from, alpha)),
    ),
  };
}

interface Judged {
  readonly situation: Situation;
  readonly inference: Inference;
  readonly readers: Readers;
  readonly fit: Fit;
  readonly signals: readonly MonthSignal[];
  readonly intervals: (month: number) => MonthIntervals;
}

function tell(
  { situation, inference, readers, fit, signals, intervals }: Judged,
  request: AssessRequest,
): Assessed {
  const { watch, known, offered } = situation;
  const standing = withoutSuperseded(offered.filter(({ knownAt }) => knownAt <= known.asOf));
  const indicators = readIndicators(situation);
  const { withDrivers = true } = request;
  const shifts = createShifts(situation, inference, readers);
  const moved = withDrivers
    ? { drivers: driversOf(situation, shifts), cases: casesOf(situation, readers, shifts) }
    : { drivers: watch.scenarios.map(() => []) };
  const now = intervals(signals.length - 1);
  const picture = { situation, inference, signals, intervals, now, ...moved, withPath: request.withPath };
  const { weights } = now;
  const assessment = {
    asOf: known.asOf,
    watch: { id: watch.id, name: watch.name, hash: watch.hash },
    illustrative: known.asOf < watch.writtenOn,
    inputs: {
      observations: standing.length,
      awaitingSource: standing.filter(({ verified }) => verified === "recall").length,
      hash: request.inputsHash,
    },
    method: {
      version: METHOD_VERSION,
      draws: weights.weights.length,
      effectiveDraws: weights.effective,
      temper: weights.temper,
      logEvidence: inference.messages.forward.at(-1)?.logEvidence ?? 0,
      fittedOn: fit.on,
    },
    scenarios: watch.scenarios.map((_, k) => assessScenario(picture, k)),
    indicators: request.withPath
      ? indicators
      : indicators.map(({ history: _history, ...reading }) => reading),
    questions: questionForecasts(watch.questions, known.asOf, situation.offered),
  };
  return {
    assessment,
    signals: warningSignals(situation, signals, indicators),
    situation,
    inference,
    readers,
    shifts,
  };
}
