import { LEVEL } from "./null-model.ts";
import type { Band } from "./band.ts";
import type { Power } from "./power.ts";

/** `not shown` leaves open what `shown not to be` rules out. */
export type Finding = "shown" | "not shown" | "shown not to be";

/** A cycle found this often when it is there is ruled out where it is not found. */
const ENOUGH_POWER = 0.8;

/** What follows from the worst p and from what would have been found. */
export function findingOf(worstP: number, power: readonly Power[]): Finding {
  if (worstP <= LEVEL) return "shown";
  return power.some(({ found }) => found >= ENOUGH_POWER) ? "shown not to be" : "not shown";
}

/** What an analyst may quote. */
export interface Verdict {
  readonly finding: Finding;
  readonly period: number;
  readonly unit: string;
  readonly band: Band;
  readonly worstNull: string;
  readonly worstP: number;
  readonly power: readonly Power[];
  /** `a 40 % modulation`: what a strength is of. */
  readonly strengthOf: string;
}

export function verdictWords(verdict: Verdict): string {
  const { finding, period, unit, band, worstNull, worstP, power, strengthOf } = verdict;
  const looked = `between ${number(band.min)} and ${number(band.max)} ${unit}`;
  const explained = `a peak as high as the highest ${looked}, at ${number(period)} ${unit}, comes about under ${worstNull} with probability ${probability(worstP)}`;
  const strength = ({ strength: share }: Power) => `${Math.round(share * 100)} % ${strengthOf}`;
  switch (finding) {
    case "shown":
      return `A cycle of ${number(period)} ${unit} is shown: a peak as high ${looked} comes about with probability ${probability(worstP)} under ${worstNull}, which explains it best of three worlds without a cycle.`;
    case "shown not to be": {
      const ruledOut = power.find(({ found }) => found >= ENOUGH_POWER)!;
      return `A cycle of ${strength(ruledOut)} or more is shown not to be there: it would have been found with probability ${share(ruledOut.found)}, and ${explained}. A weaker one is not ruled out.`;
    }
    case "not shown": {
      const missed = power.map((one) => `one of ${strength(one)} with probability ${share(one.found)}`);
      return `A cycle is not shown, nor shown not to be there: ${explained}; ${missed.join(", ")} would have been found.`;
    }
  }
}

const number = (value: number) => String(Number(value.toPrecision(3)));
const probability = (p: number) => (p < 0.01 ? p.toFixed(3) : p.toFixed(2));
const share = (found: number) => found.toFixed(2);
