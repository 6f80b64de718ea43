import { monthOf, type Day, type Month } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { fromElements } from "../elements/from-elements.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { approachesTold, type ApproachTold } from "./approaches-told.ts";
import { chanceOfAsMany, type KnownRate } from "./class-baseline.ts";
import { dayOf } from "./stay-told.ts";

const METHOD = { method: "orbits-approach", version: "1" };
/** An approach is unusual for a class of which fewer pairs than this come together in a month. */
const UNUSUAL = 0.05;

/** What one pair showed in one month. */
interface PairMonth {
  readonly object: WatchedObject;
  readonly target: WatchedObject;
  readonly approaches: readonly ApproachTold[];
}

/**
 * The slow approaches of followed satellites to guarded ones that are unusual for the class of the follower. What is
 * usual is how often pairs of the class came together in the months before, so that nothing learned later changes it;
 * while little is known nothing is unusual.
 */
export function unusualApproaches(
  sets: readonly PublishedSet[],
  objects: readonly WatchedObject[],
  until: Day,
  marking: Observation["marking"],
): Observation[] {
  const byObject = Map.groupBy(sets, ({ elements }) => String(elements.id));
  const seen = (role: WatchedObject["role"]) =>
    objects.filter((object) => object.role === role && byObject.has(object.id));
  const [followed, guarded] = [seen("followed"), seen("guarded")];
  const classes = Map.groupBy(followed, (object) => object.class);
  return [...classes.values()].flatMap((members) => {
    const pairs = members.flatMap((object) => guarded.map((target) => ({ object, target })));
    const months = pairs.flatMap(({ object, target }) =>
      monthsOf(object, target, approachesTold(byObject.get(object.id)!, byObject.get(target.id)!, until)),
    );
    return unusualOfClass(months, marking);
  });
}

type MonthTold = PairMonth & { readonly month: Month };

function monthsOf(
  object: WatchedObject,
  target: WatchedObject,
  { days, approaches }: ReturnType<typeof approachesTold>,
): MonthTold[] {
  const told = Map.groupBy(approaches, ({ knownAt }) => monthOf(knownAt));
  const months = new Set(days.map(monthOf));
  return [...months].map((month) => ({ object, target, month, approaches: told.get(month) ?? [] }));
}

function unusualOfClass(months: readonly MonthTold[], marking: Observation["marking"]): Observation[] {
  const byMonth = Map.groupBy(months, ({ month }) => month);
  let [count, pairMonths] = [0, 0];
  return [...byMonth.keys()].sort().flatMap((month) => {
    const pairs = byMonth.get(month)!;
    const known = { count, years: pairMonths / 12 };
    const chance = chanceOfAsMany(known, 1, 1 / 12);
    count += pairs.reduce((sum, { approaches }) => sum + approaches.length, 0);
    pairMonths += pairs.length;
    if (chance >= UNUSUAL) return [];
    return pairs.flatMap((pair) =>
      pair.approaches.map((each) => approachTold(pair, each, { ...known, chance, month }, marking)),
    );
  });
}

interface Baseline extends KnownRate {
  readonly chance: number;
  readonly month: Month;
}

function approachTold(
  { object, target }: PairMonth,
  { meetings, apart, knownAt }: ApproachTold,
  { count, years, chance, month }: Baseline,
  marking: Observation["marking"],
): Observation {
  const near = meetings.map(({ nearest }) => nearest!);
  const nearest = near.reduce((best, each) => (each.missKm < best.missKm ? each : best));
  const [from, to] = [dayOf(near[0]!.tcaMs), dayOf(near.at(-1)!.tcaMs)];
  const relMs = nearest.relKmS * 1000;
  return {
    ...fromElements([...new Set([apart, ...meetings].flatMap(({ sets }) => sets))], METHOD, marking),
    id: `orbits/approach/${object.id}/${target.id}/${from}`,
    kind: "approach",
    validFrom: from,
    validTo: to,
    precision: "day",
    knownAt,
    claim: `${object.name} came within ${nearest.missKm.toFixed(1)} km of ${target.name} at ${relMs.toFixed(1)} m/s on ${dayOf(nearest.tcaMs)}, unusual for its class (${object.class}); on ${dayOf(apart.atMs)} they were apart.`,
    actors: [
      { id: object.actor, role: "actor" },
      { id: target.actor, role: "target" },
    ],
    measures: {
      missKm: Number(nearest.missKm.toFixed(3)),
      relMs: Number(relMs.toFixed(2)),
      meetings: meetings.length,
      chanceInMonth: Number(chance.toPrecision(2)),
    },
    attributes: {
      class: object.class,
      object: object.id,
      target: target.id,
      baseline: `${count} in ${years.toFixed(1)} years of pairs of the class with guarded satellites known before ${month}`,
    },
  };
}
