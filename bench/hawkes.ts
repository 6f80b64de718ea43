import { randomStream } from "#science/numbers/index.ts";
import {
  countsByType,
  fitHawkes,
  simulateHawkes,
  type EventHistory,
  type HawkesModel,
} from "#science/series/index.ts";
import { hawkesIntervals, testExcitations } from "#science/series/hawkes/infer.ts";
import { wilson } from "#science/series/lead/lead-index.ts";
import type { BenchRow } from "./bench-row.ts";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));

/** Two types alike, of about so many events in all. */
function pair(events: number, self: number, cross: number, duration: number): HawkesModel {
  const rate = ((events / 2) * (1 - self - cross)) / duration;
  return {
    baseline: { segments: 0, duration },
    mu: rows([rate], [rate]),
    a: rows([self, cross], [cross, self]),
    theta: 1,
  };
}

/** Speed of a full fit, its decay included, beside expectation–maximisation. */
export function benchHawkes(): BenchRow[] {
  const model = pair(10_000, 0.2, 0.3, 10_000);
  const history = simulateHawkes(model, randomStream("bench"));
  const own = median(9, () => fitHawkes(history, model.baseline));
  const fit = fitHawkes(history, model.baseline);
  const peer = median(1, () => expectationMaximisation(history, 26));
  const gap = fit.logLik - expectationMaximisation(history, 26);
  return [
    {
      name: `${history.times.length} events, 2 types, full fit`,
      figure: ms(own),
      target: "300 ms",
      peer: `EM, 26 decays ${ms(peer)}`,
      ratio: `${(peer / own).toFixed(1)}×`,
    },
    { name: "ln L above that of EM", figure: gap.toExponential(1), target: "≥ −1e-5" },
  ];
}

function median(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

const ms = (milliseconds: number) => `${milliseconds.toPrecision(3)} ms`;

/** ln L after EM steps for each decay of a golden-section search. Veen & Schoenberg 2008, by recursive kernel sums. */
function expectationMaximisation(history: EventHistory, decays: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.05), Math.log(20)];
  let best = -Infinity;
  const at = (u: number) => {
    const value = emAt(history, Math.exp(u));
    best = Math.max(best, value);
    return value;
  };
  for (let turn = 0; turn < decays; turn += 2) {
    const [x, y] = [high - golden * (high - low), low + golden * (high - low)];
    if (at(x) > at(y)) high = y;
    else low = x;
  }
  return best;
}

const EM_STEPS = 40;

function emAt({ times, types, typeCount, duration }: EventHistory, theta: number): number {
  const mu = new Float64Array(typeCount).fill(times.length / (2 * typeCount * duration));
  const a = Array.from({ length: typeCount }, () => new Float64Array(typeCount).fill(0.5 / typeCount));
  const covered = new Float64Array(typeCount);
  times.forEach((time, n) => (covered[types[n]!]! -= Math.expm1(-theta * (duration - time))));
  let logLik = -Infinity;
  for (let step = 0; step < EM_STEPS; step++) {
    const sums = new Float64Array(typeCount);
    const immigrants = new Float64Array(typeCount);
    const offspring = a.map(() => new Float64Array(typeCount));
    logLik = 0;
    let clock = 0;
    times.forEach((time, n) => {
      const i = types[n]!;
      const decay = Math.exp(-theta * (time - clock));
      for (let j = 0; j < typeCount; j++) sums[j]! *= decay;
      clock = time;
      const rate = sums.reduce((total, sum, j) => total + a[i]![j]! * sum, mu[i]!);
      logLik += Math.log(rate);
      immigrants[i]! += mu[i]! / rate;
      for (let j = 0; j < typeCount; j++) offspring[i]![j]! += (a[i]![j]! * sums[j]!) / rate;
      sums[i]! += theta;
    });
    for (let i = 0; i < typeCount; i++) {
      logLik -= mu[i]! * duration;
      for (let j = 0; j < typeCount; j++) logLik -= a[i]![j]! * covered[j]!;
      mu[i] = immigrants[i]! / duration;
      for (let j = 0; j < typeCount; j++) a[i]![j] = offspring[i]![j]! / covered[j]!;
    }
  }
  return logLik;
}

/** Share of 90 % intervals that hold the truth, with the score interval of that share for so many histories. */
function coverage(cell: { events: number; self: number; cross: number; duration: number }, asked: Asked) {
  const { events, self, cross, duration } = cell;
  const { draws, histories, seed } = asked;
  const model = pair(events, self, cross, duration);
  const held = { mu: 0, self: 0, cross: 0, theta: 0 };
  let used = 0;
  for (let n = 0; used < histories; n++) {
    const history = simulateHawkes(model, randomStream(`${seed} ${n}`));
    if (Math.min(...countsByType(history)) < 10) continue;
    used++;
    const how = { draws, random: randomStream(`d${n}`), observe: (each: EventHistory) => each };
    const fit = fitHawkes(history, model.baseline);
    const { mu, a, theta } = hawkesIntervals(history, fit, testExcitations(history, fit, how), how);
    const holds = ([low, high]: readonly (number | null)[], truth: number) =>
      (low ?? -Infinity) <= truth && truth <= (high ?? Infinity) ? 1 : 0;
    for (const [i, j] of [
      [0, 1],
      [1, 0],
    ] as const) {
      held.mu += holds(mu[i]!, model.mu[i]![0]!) / 2;
      held.self += holds(a[i]![i]!, self) / 2;
      held.cross += holds(a[i]![j]!, cross) / 2;
    }
    held.theta += holds(theta, 1);
  }
  const told = Object.entries(held).map(([name, count]) => {
    const { share, low, high } = wilson(count / used, used);
    return `${name} ${share.toFixed(3)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
  });
  return `about ${events} events, self ${self}, cross ${cross}, ${draws} draws, ${used} histories: ${told.join(", ")}`;
}

interface Asked {
  readonly draws: number;
  readonly histories: number;
  readonly seed: string;
}

const COVERED = [
  { events: 62, self: 0.2, cross: 0.3, duration: 65 },
  { events: 62, self: 0.3, cross: 0, duration: 65 },
  { events: 100, self: 0.05, cross: 0.05, duration: 65 },
  { events: 100, self: 0.2, cross: 0.3, duration: 65 },
  { events: 100, self: 0.3, cross: 0, duration: 65 },
  { events: 100, self: 0.4, cross: 0.4, duration: 65 },
  { events: 194, self: 0.2, cross: 0.3, duration: 65 },
  { events: 300, self: 0.1, cross: 0.1, duration: 150 },
  { events: 800, self: 0.2, cross: 0.3, duration: 400 },
];

if (import.meta.main) {
  const [what, histories = "160", seed = "coverage", draws = "0", only] = process.argv.slice(2);
  if (what === "coverage") {
    const cells = only === undefined ? COVERED : [COVERED[Number(only)]!];
    const asked = { histories: Number(histories), seed, draws: Number(draws) };
    for (const cell of cells) console.log(coverage(cell, asked));
  } else console.table(benchHawkes());
}
