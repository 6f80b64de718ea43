import type { Random } from "#science/numbers/index.ts";
import { cellsFor, dateEvents, informative, redated, type EventHistory } from "./event-history.ts";
import { peakOf, type NullModel } from "./null-model.ts";
import { cosinePhase, phaseSums, schusterPowers } from "./schuster.ts";
import { drawSelfExciting, fitSelfExciting, relativePower, type SelfExciting } from "./self-exciting.ts";
import { drawSmooth, halfWaves, silvermanBandwidth, smoothPhase, type SmoothRate } from "./smooth-rate.ts";

/** Events at an even rate. */
export function evenPoisson(frequencies: Float64Array): NullModel<EventHistory> {
  return {
    name: "even Poisson",
    fit: (history) => ({
      peak: () => peakOf(powersBeyondEven(history, frequencies), frequencies),
      draw: (random) => redated(history, () => history.from + (history.to - history.from) * random(), random),
    }),
  };
}

/** Events at a rate that changes more slowly than any cycle of the band. */
export function smoothPoisson(
  frequencies: Float64Array,
  { from, to }: EventHistory,
): NullModel<EventHistory> {
  const waves = halfWaves(frequencies, to - from, narrowestKernel(frequencies));
  return {
    name: "smooth Poisson",
    fit(history) {
      const rate = smoothRate(history, frequencies);
      return {
        peak() {
          const sums = phaseSums(rate.times, frequencies, from);
          return peakOf(schusterPowers(sums, smoothPhase(waves, rate), rate.times.length), frequencies);
        },
        draw: (random) => redated(history, () => drawSmooth(rate, random), random),
      };
    },
  };
}

/** A kernel of half the longest period leaves 0.7 % of a cycle that long; Silverman's rule may ask for a wider one. */
export function smoothRate(history: EventHistory, frequencies: Float64Array): SmoothRate {
  const times = informative(history);
  const bandwidth = Math.max(narrowestKernel(frequencies), silvermanBandwidth(times));
  return { times, from: history.from, to: history.to, bandwidth };
}

const narrowestKernel = (frequencies: Float64Array) => 1 / (2 * frequencies[0]!);

/** Events that call forth others, so that they come in clusters; power is told against that of such clusters. */
export function selfExciting(frequencies: Float64Array): NullModel<EventHistory> {
  return {
    name: "self-exciting",
    fit(history) {
      const model = fitSelfExciting(history.spread, history.from, history.to);
      return {
        peak() {
          const powers = powersBeyondEven(history, frequencies);
          const relative = powers.map(
            (power, k) => power / relativePower(model, 2 * Math.PI * frequencies[k]!),
          );
          return peakOf(relative, frequencies);
        },
        draw: (random) => drawDated(history, model, random),
      };
    },
  };
}

function drawDated(
  { from, to, cells, endsAreEvents }: EventHistory,
  model: SelfExciting,
  random: Random,
): EventHistory {
  for (;;) {
    const times = drawSelfExciting(model, { from, to, most: MOST_TIMES * cells.length }, random);
    if (times.length < LEAST_DRAWN) continue;
    const span = endsAreEvents ? undefined : { from, to };
    return dateEvents(times, cellsFor(times.length, cells, random), random, span);
  }
}

/** A draw of many times the events seen is cut off, and one of next to none is drawn again. */
const MOST_TIMES = 20;
const LEAST_DRAWN = 5;

function powersBeyondEven(history: EventHistory, frequencies: Float64Array): Float64Array {
  const times = informative(history);
  const sums = phaseSums(times, frequencies, history.from);
  return schusterPowers(sums, cosinePhase(frequencies, history.to - history.from, 0), times.length);
}
