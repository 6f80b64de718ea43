import { SeriesRefused } from "../series-error.ts";

/** The periods that were asked about before looking, in the unit of the times. */
export interface Band {
  readonly min: number;
  readonly max: number;
}

/** Fewer cycles than this in the whole span are a trend, not a period. */
const LEAST_CYCLES = 3;
/** Frequencies per independent one (1/span), so that a peak between two is not missed. */
const OVERSAMPLING = 5;
const MOST_FREQUENCIES = 20_000;

/**
 * Evenly spaced frequencies over the band, in cycles per unit of time, both ends included. SeriesRefused where
 * the span holds fewer than three of the longest cycles, or the sampling fewer than two points in the shortest.
 */
export function frequenciesIn({ min, max }: Band, span: number, step: number): Float64Array {
  if (!(min > 0 && max > min && max < Infinity)) {
    throw new SeriesRefused(
      "band",
      `the band ${min} to ${max} is no band`,
      "expected 0 < shortest < longest period",
    );
  }
  if (max > (span / LEAST_CYCLES) * ROUNDING) {
    throw new SeriesRefused(
      "band",
      `the span of ${short(span)} holds ${short(span / max)} cycles of ${short(max)}, fewer than ${LEAST_CYCLES}`,
      span > 0
        ? `a longest period of at most ${short(span / LEAST_CYCLES)}, or a span of ${short(max * LEAST_CYCLES)}, would be enough`
        : `a span of ${short(max * LEAST_CYCLES)} would be enough`,
    );
  }
  if (min * ROUNDING < 2 * step) {
    throw new SeriesRefused(
      "too-coarse",
      `times ${short(step)} apart cannot show a period of ${short(min)}`,
      `a shortest period of at least ${short(2 * step)} would be right`,
    );
  }
  const count = Math.max(3, Math.ceil((1 / min - 1 / max) * span * OVERSAMPLING) + 1);
  if (count > MOST_FREQUENCIES) {
    throw new SeriesRefused(
      "too-large",
      `over a span of ${short(span)} the band holds ${short(count)} frequencies, more than ${MOST_FREQUENCIES}`,
      "a longer shortest period would be enough, or a slip in the times mended",
    );
  }
  const gap = (1 / min - 1 / max) / (count - 1);
  return Float64Array.from({ length: count }, (_, k) => 1 / max + k * gap);
}

/** A day's count of leap days must not decide whether a band fits. */
const ROUNDING = 1 + 1e-3;

const short = (value: number) => String(Number(value.toPrecision(3)));
