import { randomStream } from "#science/numbers/index.ts";
import { countsByType, simulateHawkes, type EventHistory, type HawkesModel } from "#science/series/index.ts";
import { hawkesIntervals, testExcitations } from "#science/series/hawkes/infer.ts";
import { hawkesFits } from "#science/series/hawkes/fit.ts";
import { FEWEST_EVENTS } from "#science/series/hawkes/event-history.ts";
import type { Interval } from "#science/series/hawkes/intervals.ts";
import type { BenchRow } from "../bench-row.ts";

/** A truth of two types, told by the events each has in the mean of a long run. */
export interface Truth {
  readonly name: string;
  readonly events: readonly [number, number];
  readonly a: readonly [readonly [number, number], readonly [number, number]];
  readonly duration: number;
  readonly theta?: number;
}

const alike = (events: number, self: number, cross: number, duration = 65): Truth => ({
  name: `${events} events, self ${self}, cross ${cross}`,
  events: [events / 2, events / 2],
  a: [
    [self, cross],
    [cross, self],
  ],
  duration,
});

const oneWay = [
  [0.1, 0],
  [0.5, 0.1],
] as const;

export const TRUTHS: readonly Truth[] = [
  alike(62, 0.2, 0.3),
  alike(62, 0.3, 0),
  alike(100, 0.05, 0.05),
  alike(100, 0.2, 0.3),
  alike(100, 0.3, 0),
  alike(100, 0.4, 0.4),
  alike(194, 0.2, 0.3),
  alike(300, 0.1, 0.1, 150),
  { name: "100 events, one way", events: [50, 50], a: oneWay, duration: 65 },
  { name: "40 and 120 events, one way", events: [40, 120], a: oneWay, duration: 65 },
  { name: "100 events, one way, quick", events: [50, 50], a: oneWay, duration: 65, theta: 5 },
  alike(100, 0, 0),
];

export function modelOf({ events, a, duration, theta = 1 }: Truth): HawkesModel {
  const rate = (i: number) => (events[i]! - a[i]![0] * events[0] - a[i]![1] * events[1]) / duration;
  return {
    baseline: { segments: 0, duration },
    mu: [Float64Array.of(rate(0)), Float64Array.of(rate(1))],
    a: a.map((row) => Float64Array.from(row)),
    theta,
  };
}

const KINDS = ["μ", "self", "cross", "θ"] as const;
type Shares = Record<(typeof KINDS)[number], number>;

/** An excitation that its interval misses: how strong it is, and whether it lies above. */
interface Missed {
  readonly a: number;
  readonly isAbove: boolean;
}

interface Held {
  readonly shares: Shares;
  readonly missed: readonly Missed[];
}

/** From here on an interval of a hundred events can have both ends away from 0. */
const STRONG = 0.3;

/** For each kind of parameter, the share of a history's 90 % intervals that hold the truth, and the excitations missed. */
function heldOf(model: HawkesModel, history: EventHistory, how: { draws: number; seed: string }): Held {
  const asked = { ...how, random: randomStream(how.seed) };
  const fits = hawkesFits(history, model.baseline);
  const { mu, a, theta } = hawkesIntervals(fits, testExcitations(fits, asked), asked);
  const holds = ([low, high]: Interval, truth: number) =>
    (low ?? -Infinity) <= truth && truth <= (high ?? Infinity) ? 1 : 0;
  const both = (of: (i: number) => number) => (of(0) + of(1)) / 2;
  const shares = {
    μ: both((i) => holds(mu[i]!, model.mu[i]![0]!)),
    self: both((i) => holds(a[i]![i]!, model.a[i]![i]!)),
    cross: both((i) => holds(a[i]![1 - i]!, model.a[i]![1 - i]!)),
    θ: holds(theta, model.theta),
  };
  const missed = a.flatMap((row, i) =>
    row.flatMap((interval, j): Missed[] => {
      const truth = model.a[i]![j]!;
      return truth === 0 || holds(interval, truth) ? [] : [{ a: truth, isAbove: truth > interval[1]! }];
    }),
  );
  return { shares, missed };
}

interface Asked {
  readonly histories: number;
  readonly seed: string;
  readonly draws: number;
}

function coverageRow(truth: Truth, { histories, seed, draws }: Asked): BenchRow {
  const model = modelOf(truth);
  const held: Held[] = [];
  for (let n = 0; held.length < histories; n++) {
    const history = simulateHawkes(model, randomStream(`${seed} ${n}`));
    if (Math.min(...countsByType(history)) < FEWEST_EVENTS) continue;
    held.push(heldOf(model, history, { draws, seed: `d${n}` }));
  }
  // Where nothing is excited, nothing fades.
  const kinds = truth.a.flat().some((a) => a > 0) ? KINDS : KINDS.filter((kind) => kind !== "θ");
  const figures = kinds.map((kind) => `${kind} ${withError(held.map(({ shares }) => shares[kind]))}`);
  return {
    name: `90 % Hawkes intervals, ${truth.name}, ${draws} draws, ${histories} histories`,
    figure: [...figures, missesOf(held.flatMap(({ missed }) => missed))].join(", "),
    target: "88 to 92 %",
  };
}

/** How many excitations lie above their intervals and how many below, the strong and the weak. */
function missesOf(missed: readonly Missed[]): string {
  const told = (some: readonly Missed[]) => {
    const above = some.filter(({ isAbove }) => isAbove).length;
    return `${above} above and ${some.length - above} below`;
  };
  const isStrong = ({ a }: Missed) => a >= STRONG;
  return `missed from ${STRONG} on ${told(missed.filter(isStrong))}, weaker ones ${told(missed.filter((one) => !isStrong(one)))}`;
}

/** A mean over histories in per cent with its standard error; intervals of one history hold or fail together. */
export function withError(shares: readonly number[]): string {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1);
  return `${(100 * mean).toFixed(1)} ± ${(100 * Math.sqrt(variance / shares.length)).toFixed(1)}`;
}

/** Shares of Hawkes intervals that hold the truth their history was simulated from, with as many draws as pages take. */
export function benchHawkesIntervals(histories: number): BenchRow[] {
  return TRUTHS.map((truth) => coverageRow(truth, { histories, seed: "coverage", draws: 39 }));
}

if (import.meta.main) {
  const [histories = "120", seed = "coverage", draws = "39", only] = process.argv.slice(2);
  const asked = { histories: Number(histories), seed, draws: Number(draws) };
  const truths = only === undefined ? TRUTHS : [TRUTHS[Number(only)]!];
  for (const truth of truths) {
    const { name, figure } = coverageRow(truth, asked);
    console.log(`${name}: ${figure}`);
  }
}
