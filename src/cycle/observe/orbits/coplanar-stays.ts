import { firstDayOf, lastDayOf, monthOf, monthsThrough, type Day, type Month } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { fromElements } from "../elements/from-elements.ts";
import { dayOf, staysTold, type StayTold } from "./stay-told.ts";

const METHOD = { method: "orbits-coplanar", version: "1" };

/** The lower orbits, those in which a plane is what one chooses: more revolutions a day than this. */
const MIN_REV_PER_DAY = 10;

/**
 * Who of the followed satellites came to fly in the plane of a guarded one and near its height, one observation for each
 * time it came; and the months in which both a followed and a guarded satellite were seen, without which nothing could be.
 * Each is told from the sets known by its day alone, so that nothing learned later changes it.
 */
export function coplanarStays(
  sets: readonly PublishedSet[],
  objects: readonly WatchedObject[],
  until: Day,
  marking: Observation["marking"],
): Observation[] {
  const low = sets.filter(({ elements }) => elements.meanMotionRevPerDay >= MIN_REV_PER_DAY);
  const byObject = Map.groupBy(low, ({ elements }) => String(elements.id));
  const seen = (role: WatchedObject["role"]) =>
    objects.filter((object) => object.role === role && byObject.has(object.id));
  const [followed, guarded] = [seen("followed"), seen("guarded")];
  const arrivals = guarded.flatMap((target) =>
    followed.flatMap((object) => {
      const told = staysTold(byObject.get(object.id)!, byObject.get(target.id)!, until);
      return told.map((each) => arrivalTold(object, target, each, marking));
    }),
  );
  const setsOf = (list: readonly WatchedObject[]) => list.flatMap(({ id }) => byObject.get(id)!);
  return [...monthsLookedAt(setsOf(followed), setsOf(guarded), until, marking), ...arrivals];
}

function arrivalTold(
  object: WatchedObject,
  target: WatchedObject,
  { stay, knownAt, evidence }: StayTold,
  marking: Observation["marking"],
): Observation {
  const [from, to] = [dayOf(stay.fromMs), dayOf(stay.toMs)];
  // Adding nothing makes of -0 a 0.
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;
  return {
    ...fromElements(evidence, METHOD, marking),
    id: `orbits/coplanar/${object.id}/${target.id}/${from}`,
    kind: "coplanar",
    validFrom: from,
    validTo: to,
    precision: "day",
    knownAt,
    claim: `${object.name} flew within ${stay.minPlaneDeg.toFixed(1)}° of the plane of ${target.name} and ${Math.abs(stay.higherKm).toFixed(0)} km ${stay.higherKm < 0 ? "below" : "above"} it from ${from} on.`,
    actors: [
      { id: object.actor, role: "actor" },
      { id: target.actor, role: "target" },
    ],
    measures: {
      minPlaneDeg: rounded(stay.minPlaneDeg, 3),
      minPhaseDeg: rounded(stay.minPhaseDeg, 2),
      heightKm: rounded(stay.higherKm, 1),
      nodeDriftDegPerDay: rounded(stay.nodeDriftDegPerDay, 4),
    },
    attributes: {
      class: object.class,
      nearness: stay.kind,
      before: stay.notBeforeMs === null ? "not seen elsewhere" : "seen elsewhere",
    },
  };
}

function monthsLookedAt(
  followed: readonly PublishedSet[],
  guarded: readonly PublishedSet[],
  until: Day,
  marking: Observation["marking"],
): Observation[] {
  if (followed.length === 0 || guarded.length === 0) return [];
  const [own, theirs] = [inTimeByMonth(followed), inTimeByMonth(guarded)];
  const first = [...own.keys()].sort()[0];
  if (first === undefined) return [];
  return monthsThrough(first, monthOf(until)).flatMap((month) => {
    const seen = own.get(month);
    const beside = theirs.get(month);
    return lastDayOf(month) < until && seen && beside ? [lookedAt(seen, beside, month, marking)] : [];
  });
}

/** The sets by the month of their epoch, of those that were public by its end. */
function inTimeByMonth(sets: readonly PublishedSet[]): Map<Month, PublishedSet[]> {
  const inTime = sets.filter(
    ({ elements, knownAt }) => monthOf(knownAt.slice(0, 10)) <= monthOf(dayOf(elements.epochMs)),
  );
  return Map.groupBy(inTime, ({ elements }) => monthOf(dayOf(elements.epochMs)));
}

/** That somebody looked: a month of which sets of both were known counts as covered, whoever met whom. */
function lookedAt(
  seen: readonly PublishedSet[],
  beside: readonly PublishedSet[],
  month: Month,
  marking: Observation["marking"],
): Observation {
  const last = lastDayOf(month);
  return {
    ...fromElements([seen.at(-1)!, beside.at(-1)!], METHOD, marking),
    id: `orbits/coverage/${month}`,
    kind: "coverage",
    validFrom: firstDayOf(month),
    validTo: last,
    precision: "month",
    knownAt: last,
    claim: `${seen.length} element sets of followed and ${beside.length} of guarded satellites in low orbits were known of ${month}.`,
    actors: [],
    measures: { sets: seen.length + beside.length },
    attributes: {},
  };
}
