import { lastDayOf, monthNumber, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { findManoeuvres, type Manoeuvre } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { chanceOfAsMany, largeDvMs, RARE, ratePerYear, type ClassBaseline } from "./class-baseline.ts";
import { fromElements } from "../elements/from-elements.ts";
import { manoeuvreMonths, type FindManoeuvres, type ManoeuvreMonth } from "./manoeuvre-months.ts";
import { dayOf } from "./stay-told.ts";

const METHOD = { method: "orbits-manoeuvre", version: "1" };
/** How often an object manoeuvred is counted over this many months. */
const COUNTED_MONTHS = 3;

/**
 * The manoeuvres of followed satellites that are unusual for their class: larger than 95 in 100 of it, or so many
 * within three months as one in a thousand like it would make. What is usual is told from the months before, of all the
 * watch's satellites of the class, so that nothing learned later changes it; while little is known nothing is unusual.
 */
export function unusualManoeuvres(
  sets: readonly PublishedSet[],
  objects: readonly WatchedObject[],
  until: Day,
  marking: Observation["marking"],
  find: FindManoeuvres = findManoeuvres,
): Observation[] {
  const byObject = Map.groupBy(sets, ({ elements }) => String(elements.id));
  const classes = new Set(objects.filter(({ role }) => role === "followed").map((each) => each.class));
  return [...classes].flatMap((name) => {
    const members = objects.filter((each) => each.class === name && byObject.has(each.id));
    const months = members.flatMap((object) =>
      manoeuvreMonths(object, byObject.get(object.id)!, until, find),
    );
    return unusualOfClass(months, marking);
  });
}

function unusualOfClass(months: readonly ManoeuvreMonth[], marking: Observation["marking"]): Observation[] {
  const byMonth = Map.groupBy(months, ({ month }) => month);
  const before: ManoeuvreMonth[] = [];
  return [...byMonth.keys()].sort().flatMap((month) => {
    const told = byMonth.get(month)!;
    const baseline = baselineOf(before);
    const unusual = told.flatMap((each) => {
      if (each.object.role !== "followed" || each.manoeuvres.length === 0) return [];
      const lately = before.filter(
        (earlier) =>
          earlier.object === each.object && monthNumber(month) - monthNumber(earlier.month) < COUNTED_MONTHS,
      );
      return unusualOf(each, lately, baseline, marking);
    });
    before.push(...told);
    return unusual;
  });
}

function baselineOf(months: readonly ManoeuvreMonth[]): ClassBaseline {
  return {
    objects: new Set(months.map(({ object }) => object.id)).size,
    years: months.length / 12,
    dvMs: months.flatMap(({ manoeuvres }) => manoeuvres.map(({ dvMs }) => dvMs)),
  };
}

function unusualOf(
  month: ManoeuvreMonth,
  lately: readonly ManoeuvreMonth[],
  baseline: ClassBaseline,
  marking: Observation["marking"],
): Observation[] {
  const count = [...lately, month].reduce((sum, { manoeuvres }) => sum + manoeuvres.length, 0);
  const known = { count: baseline.dvMs.length, years: baseline.years };
  const chance = chanceOfAsMany(known, count, COUNTED_MONTHS / 12);
  const large = largeDvMs(baseline);
  return month.manoeuvres.flatMap((manoeuvre) => {
    const isLarge = large !== null && manoeuvre.dvMs > large;
    if (!isLarge && chance >= RARE) return [];
    const why = [isLarge ? "size" : "", chance < RARE ? "rate" : ""].filter(Boolean).join(" and ");
    return [manoeuvreTold(month, manoeuvre, { why, count, baseline }, marking)];
  });
}

interface Unusual {
  readonly why: string;
  /** Manoeuvres of the object within three months. */
  readonly count: number;
  readonly baseline: ClassBaseline;
}

function manoeuvreTold(
  { object, month, known }: ManoeuvreMonth,
  { timeMs, dvMs, alongMs, confidence, kind, between }: Manoeuvre,
  { why, count, baseline }: Unusual,
  marking: Observation["marking"],
): Observation {
  const evidence = known.filter(({ elements }) => between.includes(elements.epochMs));
  const large = largeDvMs(baseline);
  const usual = `${ratePerYear(baseline).toFixed(2)} a year, from ${baseline.dvMs.length} in ${baseline.years.toFixed(1)} satellite-years of ${baseline.objects} known before ${month}`;
  return {
    ...fromElements(evidence, METHOD, marking),
    id: `orbits/manoeuvre/${object.id}/${new Date(timeMs).toISOString().slice(0, 16)}`,
    kind: "manoeuvre",
    validFrom: dayOf(between[0]),
    validTo: dayOf(between[1]),
    precision: "day",
    knownAt: lastDayOf(month),
    confidence: confidence >= 0.8 ? "high" : "medium",
    claim: `${object.name} changed its velocity by ${dvMs.toFixed(2)} m/s about ${dayOf(timeMs)}, unusual in ${why} for its class (${object.class}).`,
    actors: [{ id: object.actor, role: "actor" }],
    measures: {
      dvMs: Number(dvMs.toFixed(3)),
      alongMs: Number(alongMs.toFixed(3)) + 0,
      confidence: Number(confidence.toFixed(3)),
      inThreeMonths: count,
    },
    attributes: {
      class: object.class,
      manoeuvre: kind,
      unusual: why,
      baseline: large === null ? usual : `${usual}; 95 in 100 below ${large.toFixed(2)} m/s`,
    },
  };
}
