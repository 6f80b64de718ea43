import { randomStream, standardNormal, type Random } from "#science/numbers/index.ts";
import { accessionHazard, changepoints, cox, fitCloglog, kaplanMeier, tally } from "#science/series/index.ts";
import { leadIndex, wilson } from "#science/series/lead/lead-index.ts";
import type { BenchRow } from "../bench-row.ts";
import { simulateAccessions } from "./accessions.ts";

/** Whether an interval holds the truth, and how probably it does by its own word where that is not its level. */
type Answer = boolean | { readonly isHeld: boolean; readonly told: number };

/** What is to be said of each interval that a method gave for one simulated record. */
type Trial = (random: Random) => readonly Answer[];

interface Cell {
  readonly name: string;
  /** What the interval says it holds. */
  readonly level: number;
  readonly trial: Trial;
  /** Whether a record is answered in a moment, so that ten times as many are drawn. */
  readonly isQuick: boolean;
}

/** Shares of intervals that hold the truth they were simulated from. */
export function benchIntervals(records: number): BenchRow[] {
  return CELLS.map(({ name, level, trial, isQuick }) => {
    const length = isQuick ? 10 * records : records;
    const answers = Array.from({ length }, (_, n) => trial(randomStream(`${name} ${n}`)));
    const { share, low, high, asked } = shareHeld(answers.map((record) => record.map(isHeld)));
    const told = meanTold(answers.flat(), level);
    return {
      name: `${100 * level} % interval, ${name}`,
      figure: `${percent(share)} (${percent(low)} to ${percent(high)}) of ${asked}${told === level ? "" : `, which say ${percent(told)}`}`,
      target: `${100 * level - 2} to ${100 * level + 2} %`,
    };
  });
}

const isHeld = (answer: Answer) => (typeof answer === "boolean" ? answer : answer.isHeld);

function meanTold(answers: readonly Answer[], level: number): number {
  const told = answers.map((answer) => (typeof answer === "boolean" ? level : answer.told));
  return told.every((one) => one === level) ? level : told.reduce((sum, one) => sum + one, 0) / told.length;
}

/** Intervals of one record hold or fail together, so they count for as many as scatter like the records. Kish 1965. */
function shareHeld(records: readonly (readonly boolean[])[]) {
  const held = (answers: readonly boolean[]) => answers.filter(Boolean).length;
  const asked = records.reduce((sum, answers) => sum + answers.length, 0);
  const share = records.reduce((sum, answers) => sum + held(answers), 0) / asked;
  const scatter = records.reduce((sum, one) => sum + (held(one) - share * one.length) ** 2, 0) / asked ** 2;
  const independent = scatter === 0 ? records.length : (share * (1 - share)) / scatter;
  return { ...wilson(share, Math.min(asked, independent)), asked };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const holds = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high;

/** A step in noise, found once or not at all. */
const step =
  (n: number, height: number, correlation = 0, spread = 1): Trial =>
  (random) => {
    const at = Math.floor(n * (0.2 + 0.6 * random()));
    const values = new Float64Array(n);
    let noise = standardNormal(random);
    for (let i = 0; i < n; i++) {
      if (i > 0) noise = correlation * noise + Math.sqrt(1 - correlation ** 2) * standardNormal(random);
      values[i] = i < at ? noise : height + spread * noise;
    }
    const changeIn = spread === 1 ? "level" : "level and variance";
    const found = changepoints(values, { random, changeIn }).changepoints;
    return found.length === 1 ? [{ isHeld: holds(found[0]!, at), told: found[0]!.within }] : [];
  };

const bernoulli = (random: Random, share: number) => random() < share;

const index =
  (n: number, share: number, halfLifeYears: number): Trial =>
  (random) => {
    const firsts = Array.from({ length: n }, (_, i) => ({
      time: i,
      side: bernoulli(random, share) ? "a" : "b",
    }));
    return [holds(leadIndex(firsts, "a", halfLifeYears).at(-1)!, share)];
  };

const hazard =
  (rows: number, events: number, effects: readonly number[]): Trial =>
  (random) => {
    const Z = 1.6448536269514722;
    const level = Math.log(events / rows) - effects.reduce((sum, b) => sum + (b * b) / 2, 0);
    const periods = Array.from({ length: rows }, () => {
      const covariates = effects.map(() => standardNormal(random));
      const rate = Math.exp(effects.reduce((sum, b, k) => sum + b * covariates[k]!, level));
      return { covariates, event: bernoulli(random, -Math.expm1(-rate)) };
    });
    if (periods.filter(({ event }) => event).length < 5) return [];
    const { coefficients, covariance } = fitCloglog([...tally(periods).values()]);
    return effects.map((b, k) => Math.abs(coefficients[k]! - b) <= Z * Math.sqrt(covariance[k + 1]![k + 1]!));
  };

const accession =
  (states: number, monthly: number, pull: number): Trial =>
  (random) => {
    const { record, joined, logRate } = simulateAccessions(states, { monthly, pull }, random);
    if (joined < 5 || joined === states) return [];
    const { next } = accessionHazard(record, 0, 12);
    return next.map((one) =>
      holds(one, -Math.expm1(-12 * Math.exp(logRate(Number(one.id), record.last + 1)))),
    );
  };

const exponential = (random: Random) => -Math.log1p(-random());

const spells = (n: number, effect: number, random: Random) =>
  Array.from({ length: n }, () => {
    const covariates = [standardNormal(random)];
    const time = exponential(random) / Math.exp(effect * covariates[0]!);
    const cut = 2 * random();
    return { start: 0, stop: Math.min(time, cut), event: time < cut, covariates };
  });

const relativeHazard =
  (n: number, effect: number): Trial =>
  (random) => [holds(cox(spells(n, effect, random)).coefficients[0]!, effect)];

const survivalAt =
  (n: number, time: number): Trial =>
  (random) => {
    const step = kaplanMeier(spells(n, 0, random)).steps.findLast((each) => each.time <= time);
    return step && step.survival > 0 ? [holds(step, Math.exp(-time))] : [];
  };

const ninety = (name: string, trial: Trial, isQuick = false): Cell => ({ name, level: 0.9, trial, isQuick });
const ninetyFive = (name: string, trial: Trial): Cell => ({ name, level: 0.95, trial, isQuick: true });

const CELLS: readonly Cell[] = [
  ninety("change of 1 sd in 100", step(100, 1)),
  ninety("change of 1.5 sd in 60", step(60, 1.5)),
  ninety("change of 2 sd in 100", step(100, 2)),
  ninety("change of 1 sd in 300", step(300, 1)),
  ninety("change of 2 sd in 100, red 0.4", step(100, 2, 0.4)),
  ninety("change of 2 sd in 200, red 0.6", step(200, 2, 0.6)),
  ninety("change of 1 sd and double spread in 150", step(150, 1, 0, 2)),
  ninety("lead index, 0.5 of 40, half-life 10", index(40, 0.5, 10), true),
  ninety("lead index, 0.3 of 40, half-life 10", index(40, 0.3, 10), true),
  ninety("lead index, 0.85 of 40, half-life 20", index(40, 0.85, 20), true),
  ninety("lead index, 0.9 of 15, half-life 8", index(15, 0.9, 8), true),
  ninety("hazard, effects 0 and 0.5, 30 events", hazard(1500, 30, [0, 0.5])),
  ninety("hazard, effects 1 and −1, 40 events", hazard(1500, 40, [1, -1])),
  ninety("hazard, effect 1.5, 15 events", hazard(1000, 15, [1.5])),
  ninety("next member, 60 states, no pull", accession(60, 0.008, 0)),
  ninety("next member, 60 states, pull 1.5", accession(60, 0.006, 1.5)),
  ninety("next member, 30 states, pull 1", accession(30, 0.006, 1)),
  ninetyFive("relative hazard 0.7 of 60", relativeHazard(60, 0.7)),
  ninetyFive("relative hazard 0 of 40", relativeHazard(40, 0)),
  ninetyFive("survival of half, 50 spells", survivalAt(50, 0.7)),
  ninetyFive("survival of nine tenths, 50 spells", survivalAt(50, 0.1)),
];
