import type { MARKINGS } from "#model/observation.ts";
import type { Day } from "#model/day.ts";

export type Marking = (typeof MARKINGS)[number];

/** An object of STIX 2.1: what all of them have, and what is its own. */
export interface StixObject {
  readonly type: string;
  readonly spec_version: "2.1";
  readonly id: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly created: string;
  /** What tells versions of one object apart; a marking has none. */
  readonly modified?: string;
  readonly [property: string]: unknown;
}

/** An object, and since when it has been there for others to fetch. */
export interface Offered {
  readonly object: StixObject;
  readonly addedAt: string;
}

/** Says which id the object of that type and name has. */
export type IdOf = (type: string, name: string) => string;

/** The first instant of a day, as STIX writes it. */
export function startOf(day: Day): string {
  return `${day}T00:00:00.000Z`;
}

/** When an object's present version was made. */
export function versionOf({ created, modified = created }: StixObject): string {
  return modified;
}
