import { counted } from "#science/numbers/index.ts";
import { checkValues } from "../check-values.ts";
import { SeriesRefused } from "../series-error.ts";
import { drawRedNoise, fitRedNoise, gapsOf } from "../red-noise.ts";
import { frequenciesIn, type Band } from "./band.ts";
import { periodicBasis } from "./lomb-scargle.ts";
import { answerPeriod, type PeriodAnswer, type PeriodQuestion, type Trial } from "./period-answer.ts";
import { redNoise, whiteNoise } from "./series-nulls.ts";

const LEAST_VALUES = 15;
/** Numbers that the two periodic bases may hold. */
const MOST_NUMBERS = 5e7;

/**
 * Whether a series runs in a cycle: the highest Lomb–Scargle power in the band against white noise, red noise,
 * and red noise around a trend slower than the band. Times ascend. SeriesRefused for fewer than fifteen values,
 * none that differ, or a band that the times cannot bear.
 */
export function seriesPeriod(
  times: Float64Array,
  values: Float64Array,
  question: PeriodQuestion,
): PeriodAnswer {
  return answerPeriod(seriesTrial(times, values, question.band), question);
}

/** A series with the three worlds it is held against. */
export function seriesTrial(times: Float64Array, values: Float64Array, band: Band): Trial<Float64Array> {
  refuseUnfit(times, values);
  const span = times.at(-1)! - times[0]!;
  const step = medianGap(times);
  const frequencies = frequenciesIn(band, span + step, step);
  if (4 * frequencies.length * times.length > MOST_NUMBERS) {
    throw new SeriesRefused(
      "too-large",
      `${times.length} values at ${frequencies.length} frequencies are too many to hold`,
      "a longer shortest period, or means over longer steps, would be enough",
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const gaps = gapsOf(times);
  const noise = fitRedNoise(
    gaps,
    values.map((value) => value - mean),
  );
  return {
    kind: "series",
    data: values,
    n: values.length,
    from: times[0]!,
    to: times.at(-1)!,
    frequencies,
    nulls: [
      whiteNoise(periodicBasis(times, frequencies)),
      redNoise("red noise", times, frequencies, 0),
      redNoise("trend and red noise", times, frequencies, Math.floor(span / band.max)),
    ],
    plant({ strength, frequency, phase }, random) {
      const amplitude = noise.sd * Math.sqrt(2 * strength);
      return drawRedNoise(gaps, noise, random).map(
        (value, i) =>
          mean +
          value * Math.sqrt(1 - strength) +
          amplitude * Math.cos(2 * Math.PI * frequency * times[i]! + phase),
      );
    },
    strengths: [0.2, 0.5],
    strengthOf: "of the variance",
  };
}

function refuseUnfit(times: Float64Array, values: Float64Array): void {
  if (values.length < LEAST_VALUES) {
    throw new SeriesRefused(
      "too-few",
      `${counted(values.length, "value")} cannot show a cycle`,
      `at least ${LEAST_VALUES} would be enough to ask`,
    );
  }
  checkValues(values);
  const late = times.findIndex((time, i) => i > 0 && !(time > times[i - 1]!));
  if (late >= 0) {
    throw new SeriesRefused(
      "not-ordered",
      `time ${late + 1} is no later than the one before`,
      "expected each time once, in order",
    );
  }
}

function medianGap(times: Float64Array): number {
  const gaps = Float64Array.from({ length: times.length - 1 }, (_, i) => times[i + 1]! - times[i]!).sort();
  return gaps[gaps.length >> 1]!;
}
