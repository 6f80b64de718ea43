import type { Random } from "#science/numbers/index.ts";
import type { Band } from "./band.ts";
import { testAgainst, type NullAnswer, type NullModel } from "./null-model.ts";
import { powerOf, type Cycle, type Power } from "./power.ts";
import { findingOf, verdictWords, type Finding } from "./verdict.ts";

/** What is asked about the period of events or of a series. */
export interface PeriodQuestion {
  readonly band: Band;
  readonly random: Random;
  /** Draws from each null; as many as a few seconds allow when absent, at most 999. */
  readonly simulations?: number | undefined;
  /** Strengths of the cycles whose power is told; two of them when absent. */
  readonly strengths?: readonly number[];
  /** The unit of the times, as a plural. */
  readonly unit: string;
}

/** Whether there is a cycle in the band, under each null and under the worst. */
export interface PeriodAnswer {
  readonly kind: "events" | "series";
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly band: Band;
  readonly frequencies: number;
  readonly simulations: number;
  /** Where the peak stands that the worst null was asked about. */
  readonly period: number;
  /** By the name of the null; each is the p of the highest peak in the band. */
  readonly p: Readonly<Record<string, number>>;
  readonly worstNull: string;
  readonly worstP: number;
  readonly power: readonly Power[];
  readonly finding: Finding;
  readonly verdict: string;
}

/** Data with the worlds without a cycle that they are held against. */
export interface Trial<Data> {
  readonly kind: PeriodAnswer["kind"];
  readonly data: Data;
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly frequencies: Float64Array;
  /** From the plainest to the most demanding. */
  readonly nulls: readonly NullModel<Data>[];
  /** Data like these with a cycle in them. */
  readonly plant: (cycle: Cycle, random: Random) => Data;
  /** Strengths whose power is told unless others are asked for, and what they are of. */
  readonly strengths: readonly number[];
  readonly strengthOf: string;
  /** What else to know of the data before quoting the verdict. */
  readonly remark?: string;
}

/** Multiplications that take about a second, and the fewest draws that a p of 0.05 can rest on. */
const WORK = 6e8;
const [LEAST_DRAWS, MOST_DRAWS] = [199, 999];

export function answerPeriod<Data>(trial: Trial<Data>, question: PeriodQuestion): PeriodAnswer {
  const { data, frequencies, n } = trial;
  const { random, band, unit } = question;
  const affordable = Math.floor(WORK / (n * frequencies.length));
  const simulations = question.simulations ?? Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, affordable));
  const tried = trial.nulls.map((model) => ({
    model,
    answer: testAgainst(model, data, { simulations, random }),
  }));
  const worst = tried.reduce<NullAnswer>((a, { answer }) => (answer.p >= a.p ? answer : a), tried[0]!.answer);
  const plant = (cycle: Cycle) => trial.plant(cycle, random);
  const power = (question.strengths ?? trial.strengths).map((strength) =>
    powerOf(strength, tried, { frequencies, plant, random }),
  );
  const told = {
    finding: findingOf(worst.p, power),
    period: 1 / worst.peak.frequency,
    unit,
    band,
    worstNull: worst.name,
    worstP: worst.p,
    power,
  };
  return {
    kind: trial.kind,
    n,
    from: trial.from,
    to: trial.to,
    frequencies: frequencies.length,
    simulations,
    p: Object.fromEntries(tried.map(({ answer }) => [answer.name, answer.p])),
    ...told,
    verdict: [verdictWords({ ...told, strengthOf: trial.strengthOf }), trial.remark]
      .filter(Boolean)
      .join(" "),
  };
}
