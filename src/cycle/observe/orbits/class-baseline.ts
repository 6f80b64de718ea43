import { logBetaInc } from "#science/numbers/index.ts";

/** What is known of how often the satellites of a class manoeuvre, and by how much. */
export interface ClassBaseline {
  /** How many satellites, and how long they were watched together, years. */
  readonly objects: number;
  readonly years: number;
  /** Changes of velocity, m/s, of all their manoeuvres. */
  readonly dvMs: readonly number[];
}

/** With less of a class than this nobody knows what is usual for it: years of all its satellites, and manoeuvres. */
const [MIN_YEARS, MIN_MANOEUVRES] = [2, 20];
/** The chance, were it like its class, of as many manoeuvres; and the share of the class's that are smaller. */
export const [RARE, LARGE] = [0.001, 0.95];

/** Manoeuvres a year, as its class has them. */
export function ratePerYear({ dvMs, years }: ClassBaseline): number {
  return dvMs.length / years;
}

/** The Δv which the stated share of the class's manoeuvres stay below, m/s; null where there are too few. */
export function largeDvMs({ dvMs }: ClassBaseline): number | null {
  return dvMs.length < MIN_MANOEUVRES
    ? null
    : dvMs.toSorted((a, b) => a - b)[Math.floor(dvMs.length * LARGE)]!;
}

/** How often something was seen, and how long it was looked for, years. */
export interface KnownRate {
  readonly count: number;
  readonly years: number;
}

/**
 * The chance that what is like the rest is seen as often within some years, or oftener; 1 where too little of the rest
 * is known. A Poisson tail over what the rate may be, by Jeffreys' prior: the less is known, the more it takes.
 */
export function chanceOfAsMany({ count, years }: KnownRate, asMany: number, within: number): number {
  if (asMany === 0 || years < MIN_YEARS) return 1;
  return Math.exp(logBetaInc(asMany, count + 0.5, within / (within + years)));
}
