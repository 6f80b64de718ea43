import type { Random } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { writeBaseline } from "./baseline.ts";
import type { EventHistory } from "./event-history.ts";
import type { HawkesModel } from "./fit.ts";

const unitExponential = (random: Random) => -Math.log1p(-random());

/**
 * Draws a history that starts with no past, exactly: immigrants by the baseline, then their offspring, each type's
 * events having Poisson(a[i][j]) children of type i after Exp(θ) delays. Hawkes & Oakes 1974.
 * Refuses to go on past `mostEvents`, which an unstable model reaches.
 */
export function simulateHawkes(model: HawkesModel, random: Random, mostEvents = 1e6): EventHistory {
  const history = drawHawkes(model, random, mostEvents);
  if (history !== null) return history;
  const remedy = "give a model of spectral radius below 1, or a shorter window";
  throw new SeriesRefused("too-large", `the simulated process passed ${mostEvents} events`, remedy);
}

/** One history, or null where it runs past `mostEvents`. */
export function drawHawkes(model: HawkesModel, random: Random, mostEvents: number): EventHistory | null {
  const { baseline, a, theta } = model;
  const { duration } = baseline;
  const events = model.mu.flatMap((mu, type) =>
    immigrantTimes(mu, model, random).map((time) => ({ time, type })),
  );
  for (let parent = 0; parent < events.length; parent++) {
    const { time, type } = events[parent]!;
    for (let i = 0; i < a.length; i++) {
      for (let u = unitExponential(random); u < a[i]![type]!; u += unitExponential(random)) {
        const born = time + unitExponential(random) / theta;
        if (born < duration) events.push({ time: born, type: i });
      }
    }
    if (events.length > mostEvents) return null;
  }
  events.sort((p, q) => p.time - q.time);
  return {
    times: Float64Array.from(events, ({ time }) => time),
    types: Int32Array.from(events, ({ type }) => type),
    typeCount: a.length,
    duration,
  };
}

/** A Poisson process of piecewise linear rate, by thinning. */
function immigrantTimes(mu: Float64Array, { baseline }: HawkesModel, random: Random): number[] {
  const top = Math.max(...mu);
  const values = new Float64Array(mu.length);
  const times: number[] = [];
  for (let time = 0; ;) {
    time += unitExponential(random) / top;
    if (!(time < baseline.duration)) return times;
    writeBaseline(baseline, time, values, 0);
    const rate = mu.reduce((sum, each, k) => sum + each * values[k]!, 0);
    if (random() * top < rate) times.push(time);
  }
}
