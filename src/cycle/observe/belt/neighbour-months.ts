import {
  addDays,
  dayAt,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsThrough,
  type Day,
  type Month,
} from "#model/day.ts";
import { fromElements } from "../elements/from-elements.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import type { Observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { findVisits } from "#science/orbits/index.ts";
import { arrivedBeside, DAY_MS, dwellOf, NEIGHBOUR_DEG, type Dwell } from "./dwell.ts";

/** A stay and the free drift it is told from show within a year. */
const LOOK_BACK_DAYS = 400;
/** Apart from what is told of other orbits: to have looked at the belt is not to have looked there. */
const STREAM = "belt";

/**
 * For every whole month before a day: on how many days each followed satellite of the belt stayed beside a guarded
 * one, beside how many it has newly come to stay, and that it was looked at. Each month is told from the sets known by its end alone, so that nothing learned
 * later changes it; a month without a set of any followed satellite says nothing.
 */
export function neighbourMonths(
  sets: readonly PublishedSet[],
  objects: readonly WatchedObject[],
  until: Day,
  marking: Observation["marking"],
): Observation[] {
  const named = new Map(objects.map((object) => [Number(object.id), object]));
  const own = sets.filter(({ elements }) => named.get(elements.id)?.role === "followed");
  if (own.length === 0) return [];
  const first = dayOf(Math.min(...own.map(({ elements }) => elements.epochMs)));
  const beside = new Map<string, ReadonlySet<string>>();
  return monthsThrough(monthOf(first), monthOf(until)).flatMap((month) =>
    lastDayOf(month) < until ? monthTold(sets, own, named, month, marking, beside) : [],
  );
}

function monthTold(
  sets: readonly PublishedSet[],
  own: readonly PublishedSet[],
  named: ReadonlyMap<number, WatchedObject>,
  month: Month,
  marking: Observation["marking"],
  beside: Map<string, ReadonlySet<string>>,
): Observation[] {
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const within = (since: Day) => (each: PublishedSet) =>
    each.knownAt.slice(0, 10) <= to &&
    dayOf(each.elements.epochMs) >= since &&
    dayOf(each.elements.epochMs) <= to;
  const seen = own.filter(within(from));
  if (seen.length === 0) return [];
  const known = sets.filter(within(addDays(to, -LOOK_BACK_DAYS)));
  const visits = findVisits(known.map(({ elements }) => elements)).filter(({ kind }) => kind === "stay");
  const followed = [...named.values()].filter(({ role }) => role === "followed");
  const told = followed.flatMap((object) => {
    if (!seen.some(({ elements }) => elements.id === Number(object.id))) return [];
    const dwell = dwellOf(object, visits, named, month);
    const arrivals = arrivedBeside(dwell, beside.get(object.id)).length;
    beside.set(object.id, new Set(dwell?.beside.map(({ id }) => id)));
    return dwell === null ? [] : [neighbourTold(object, dwell, arrivals, known, month, marking)];
  });
  return [lookedAt(seen, month, marking), ...told];
}

function neighbourTold(
  object: WatchedObject,
  { days, lonDeg, minDeg, beside }: Dwell,
  arrivals: number,
  known: readonly PublishedSet[],
  month: Month,
  marking: Observation["marking"],
): Observation {
  const evidence = [object, ...beside].flatMap(({ id }) => {
    const last = known.filter(({ elements }) => elements.id === Number(id)).at(-1);
    return last ? [last] : [];
  });
  const names = [...new Set(beside.map(({ name }) => name))].join(", ");
  const place = `${Math.abs(lonDeg).toFixed(1)}° ${lonDeg < 0 ? "W" : "E"}`;
  return {
    ...common(month, marking, evidence),
    id: `belt/neighbour/${object.id}/${month}`,
    kind: "geo_neighbour",
    claim: `${object.name} stayed at ${place}, within ${NEIGHBOUR_DEG}° of ${names}, on ${days} days of ${month}${arrivals > 0 ? ", newly arrived" : ""}.`,
    actors: [
      { id: object.actor, role: "actor" },
      ...[...new Set(beside.map(({ actor }) => actor))].map((id) => ({ id, role: "target" as const })),
    ],
    measures: { days, arrivals, minDeg: Number(minDeg.toFixed(3)), lonDeg: Number(lonDeg.toFixed(2)) },
    attributes: { class: object.class },
  };
}

/** That somebody looked: a month of which element sets were known counts as covered, with or without neighbours. */
function lookedAt(seen: readonly PublishedSet[], month: Month, marking: Observation["marking"]): Observation {
  return {
    ...common(month, marking, [seen.at(-1)!]),
    id: `belt/coverage/${month}`,
    kind: "coverage",
    claim: `${seen.length} element sets of followed satellites were known of ${month}.`,
    actors: [],
    measures: { sets: seen.length },
    attributes: {},
  };
}

function common(month: Month, marking: Observation["marking"], evidence: readonly PublishedSet[]) {
  return {
    ...fromElements(evidence, { method: "belt-visits", version: "2" }, marking),
    stream: STREAM,
    validFrom: firstDayOf(month),
    validTo: lastDayOf(month),
    precision: "month",
    knownAt: lastDayOf(month),
  } satisfies Partial<Observation>;
}

function dayOf(epochMs: number): Day {
  return dayAt(Math.floor(epochMs / DAY_MS));
}
