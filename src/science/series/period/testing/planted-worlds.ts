import { randomStream, type Random } from "#science/numbers/index.ts";
import { drawRedNoise, gapsOf } from "../../red-noise.ts";
import { eventTrial } from "../event-period.ts";
import type { Trial } from "../period-answer.ts";
import { seriesTrial } from "../series-period.ts";
import { rejects } from "./rejections.ts";

/** A world with a cycle somewhere in the band, made from numbers and not from the fit under test. */
export interface PlantedWorld {
  readonly name: string;
  /** Whether every null is rejected, with the peak at the cycle that was planted. */
  readonly isFound: (random: Random, draws: number) => boolean;
}

const YEARS = 69;
const BAND = { min: 2, max: 20 };

/** A peak this share of 1/span from the planted frequency stands at another. */
const RESOLUTION = 1;

/** Even in frequency, as the scan is. */
const frequencyIn = ({ min, max }: typeof BAND, random: Random) => 1 / max + (1 / min - 1 / max) * random();

function isFoundAt<Data>(trial: Trial<Data>, frequency: number, random: Random, draws: number): boolean {
  const peak = trial.nulls.at(-1)!.fit(trial.data).peak();
  const isThere = Math.abs(peak.frequency - frequency) <= RESOLUTION / (trial.to - trial.from);
  return isThere && trial.nulls.every((model) => rejects(model, trial.data, random, draws));
}

const events = (count: number, modulation: number): PlantedWorld => ({
  name: `events, ${count}, rate swinging by ${Math.round(100 * modulation)} %`,
  isFound(random, draws) {
    const frequency = frequencyIn(BAND, random);
    const phase = 2 * Math.PI * random();
    const next = (): number => {
      const time = YEARS * random();
      const relative = 1 + modulation * Math.cos(2 * Math.PI * frequency * time + phase);
      return random() * (1 + modulation) < relative ? time : next();
    };
    const dated = Array.from({ length: count }, () => ({ time: next(), cell: 1 / 366 }));
    const trial = eventTrial(dated, { band: BAND, span: { from: 0, to: YEARS }, random });
    return isFoundAt(trial, frequency, random, draws);
  },
});

const series = (count: number, correlation: number, share: number): PlantedWorld => ({
  name: `series, ${count} red, ${correlation}, ${Math.round(100 * share)} % of the variance`,
  isFound(random, draws) {
    const frequency = frequencyIn(BAND, random);
    const phase = 2 * Math.PI * random();
    const times = Float64Array.from({ length: count }, (_, i) => 1900 + i);
    const noise = drawRedNoise(gapsOf(times), { correlation, sd: Math.sqrt(1 - share) }, random);
    const swing = Math.sqrt(2 * share);
    const values = noise.map((value, i) => value + swing * Math.cos(2 * Math.PI * frequency * i + phase));
    return isFoundAt(seriesTrial(times, values, BAND), frequency, random, draws);
  },
});

/** Cycles from what few data leave open to what many show. */
export const PLANTED_WORLDS: readonly PlantedWorld[] = [
  events(40, 0.8),
  events(80, 0.8),
  events(160, 0.4),
  events(160, 0.8),
  series(100, 0.5, 0.2),
  series(100, 0.5, 0.5),
  series(300, 0.5, 0.2),
];

/** The share of planted cycles that are found. */
export function shareFound({ name, isFound }: PlantedWorld, runs: number, draws: number): number {
  const found = Array.from({ length: runs }, (_, run) => isFound(randomStream(`${name} ${run}`), draws));
  return found.filter(Boolean).length / runs;
}
