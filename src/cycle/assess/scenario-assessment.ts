import type { Driver, ObservationShift, PathPoint, ScenarioAssessment } from "#model/assessment.ts";
import { STATES } from "#model/scenario.ts";
import { estimativeWords, outlook, SOON_MONTHS, stateIn } from "#science/belief/index.ts";
import type { MonthSignal } from "./month-signal.ts";
import { clarityOf, observedShare } from "./clarity.ts";
import type { Inference } from "./contributions.ts";
import { crossingCurve, crossingOf, easingOf } from "./crossing.ts";
import type { MonthIntervals } from "./month-intervals.ts";
import { basisOf } from "./outlook-basis.ts";
import { storiesInWindow } from "./evidence/rule-stories.ts";
import type { Readers } from "./readers.ts";
import type { Shifts } from "./shifts.ts";
import type { Situation } from "./situation.ts";

const TOP_DRIVERS = 5;
const TOP_OBSERVATIONS = 3;
/** Drivers look at an indicator's latest observations; `explain` goes through all of them. */
const LATEST = 24;

/** All that the assessment of one as-of day is told from. */
export interface Picture {
  readonly situation: Situation;
  readonly inference: Inference;
  readonly signals: readonly MonthSignal[];
  readonly intervals: (month: number) => MonthIntervals;
  /** The intervals of the as-of day. */
  readonly now: MonthIntervals;
  readonly drivers: readonly (readonly Driver[])[];
  /** Of each scenario what its rule has counted; absent where no drivers are asked for. */
  readonly cases?: readonly (readonly ObservationShift[])[];
  readonly withPath: boolean;
}

export function assessScenario(picture: Picture, k: number): ScenarioAssessment {
  const { situation, inference, withPath } = picture;
  const scenario = situation.watch.scenarios[k]!;
  const { asOf } = situation.known;
  const [dormant, building, critical] = inference.states[k] as [number, number, number];
  const interval = picture.now.critical[k]!;
  const observed = observedShare(situation, scenario);
  const curve = crossingCurve(inference, k, scenario.horizonMonths);
  const judged = picture.signals.map((month) => month.critical[k]!);
  return {
    id: scenario.id,
    name: scenario.name,
    p: critical,
    ...interval,
    words: estimativeWords(critical, interval.low, interval.high),
    clarity: clarityOf(observed, interval.high - interval.low),
    observedShare: observed,
    states: Object.fromEntries(
      STATES.map((state, s) => [state, [dormant, building, critical][s]]),
    ) as ScenarioAssessment["states"],
    crossing: crossingOf(curve, asOf, picture.now.soon[k]!),
    easing: easingOf(inference, situation.known, judged, k, {
      horizonMonths: scenario.horizonMonths,
      p: critical,
    }),
    counted: countedOf(picture, k),
    gates: gatesOf(picture, k),
    drivers: picture.drivers[k]!,
    ...(withPath ? { path: pathOf(picture, k) } : {}),
  };
}

function gatesOf({ situation, inference }: Picture, k: number): ScenarioAssessment["gates"] {
  return situation.watch.scenarios[k]!.gates.map(({ on }, g) => {
    const gate = inference.model.scenarios[k]!.gates[g]!;
    const closed = inference.alpha.reduce(
      (sum, p, x) => (stateIn(x, gate.on) < gate.atLeast ? sum + p : sum),
      0,
    );
    const opened = outlook(basisOf(situation, inference), {
      epsilon: [{ scenario: k, gate: g, epsilon: 1 }],
    });
    return { on, epsilon: gate.epsilon, closed, pIfOpen: opened.scenarios[k]!.within(SOON_MONTHS) };
  });
}

function countedOf({ inference, cases }: Picture, k: number): ScenarioAssessment["counted"] {
  const { kept, unseen, building, critical, withinMonths } = inference.outlooks[k]!;
  const power = inference.draw.powers[k]!;
  const counted = { stories: kept[0]!, building, critical, withinMonths, unseenMonths: unseen[0]!, power };
  return cases ? { ...counted, cases: cases[k]! } : counted;
}

function pathOf({ situation, signals, intervals, now }: Picture, k: number): PathPoint[] {
  const last = signals.length - 1;
  return situation.known.months.map((month, t) => {
    const { critical, soon } = signals[t]!;
    return { month, p: critical[k]!, ...(t === last ? now : intervals(t)).critical[k]!, p90: soon[k]! };
  });
}

/** The indicators that move each scenario most, each with the observations that weigh most in it. */
export function driversOf(situation: Situation, shifts: Shifts): Driver[][] {
  return situation.watch.scenarios.map((_, k) =>
    shifts.indicators
      .map((i) => ({ i, logOdds: shifts.ofIndicator(i)[k]! }))
      .filter(({ logOdds }) => Math.abs(logOdds) > 0.01)
      .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
      .slice(0, TOP_DRIVERS)
      .map(({ i, logOdds }) => driverOf(situation, i, logOdds, (id) => shifts.ofObservation(id)[k]!)),
  );
}

/** What each scenario's rule has counted within its window, the strongest first, then the newest. */
export function casesOf({ known, rules }: Situation, readers: Readers, shifts: Shifts): ObservationShift[][] {
  return rules.map((rule, k) =>
    storiesInWindow(readers.rules[k]!, rule, known)
      .map(({ began: id }) => ({ id, logOdds: shifts.ofObservation(id)[k]! }))
      .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)),
  );
}

function driverOf(
  { watch, measured }: Situation,
  i: number,
  logOdds: number,
  shiftOf: (id: string) => number,
): Driver {
  const { id, statement } = watch.indicators[i]!;
  const observations = measured[i]!.increments.slice(-LATEST)
    .map((increment) => ({ id: increment.id, logOdds: shiftOf(increment.id) }))
    .filter((o) => o.logOdds !== 0)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, TOP_OBSERVATIONS);
  return { indicator: id, statement, logOdds, observations };
}
