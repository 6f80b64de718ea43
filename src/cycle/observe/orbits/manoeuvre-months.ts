import { addDays, firstDayOf, lastDayOf, monthOf, monthsThrough, type Day, type Month } from "#model/day.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import type { ElementSet, findManoeuvres, Manoeuvre } from "#science/orbits/index.ts";
import type { PublishedSet } from "../elements/published-set.ts";
import { DAY_MS, dayOf } from "./stay-told.ts";

/** Finds manoeuvres in a history, or knows those it found in the same one before. */
export type FindManoeuvres = (sets: readonly ElementSet[]) => ReturnType<typeof findManoeuvres>;

/** What the sets known by the end of a month newly say of one object. */
export interface ManoeuvreMonth {
  readonly object: WatchedObject;
  readonly month: Month;
  readonly known: readonly PublishedSet[];
  readonly manoeuvres: readonly Manoeuvre[];
}

/** What is usual for an object shows within two thirds of a year; what shows of a manoeuvre only later is told up to this much later. */
const [LOOK_BACK_DAYS, LATE_DAYS] = [250, 60];
/** One set in so many days is enough to tell, and makes objects comparable of which there are more sets and fewer. */
const THINNED_DAYS = 3;
/** In a month told from fewer no manoeuvre can show, and it counts for no time in which there was none. */
const MIN_SETS = 12;
/** By how much the same manoeuvre may later be found at another time, days. */
const SAME_DAYS = 2;

/** The months of one object of which enough sets were known by their end, up to the last whole one, and its new manoeuvres in each. */
export function manoeuvreMonths(
  object: WatchedObject,
  sets: readonly PublishedSet[],
  until: Day,
  find: FindManoeuvres,
): ManoeuvreMonth[] {
  const told: Manoeuvre[] = [];
  const days = sets.map((set) => ({
    set,
    epoch: dayOf(set.elements.epochMs),
    public: set.knownAt.slice(0, 10),
  }));
  const first = days.map(({ epoch }) => epoch).sort()[0];
  if (first === undefined) return [];
  return monthsThrough(monthOf(first), monthOf(until)).flatMap((month) => {
    const [from, to] = [firstDayOf(month), lastDayOf(month)];
    if (to >= until) return [];
    const since = addDays(to, -LOOK_BACK_DAYS);
    const known = days.filter((each) => each.public <= to && each.epoch <= to && each.epoch >= since);
    if (!known.some(({ epoch }) => epoch >= from)) return [];
    const few = thinned(known.map(({ set }) => set.elements));
    if (few.length < MIN_SETS) return [];
    const late = addDays(from, -LATE_DAYS);
    const found = find(few).filter(({ timeMs }) => dayOf(timeMs) >= late);
    const manoeuvres = newAmong(found, told);
    return [{ object, month, known: known.map(({ set }) => set), manoeuvres }];
  });
}

/** What was not told before, one for each gap between sets, the surest; it is told from here on. */
function newAmong(found: readonly Manoeuvre[], told: Manoeuvre[]): Manoeuvre[] {
  const surest = found.toSorted((a, b) => b.confidence - a.confidence);
  const fresh = surest.filter((each) => {
    const isNew = !told.some((before) => isSame(before, each));
    if (isNew) told.push(each);
    return isNew;
  });
  return fresh.sort((a, b) => a.timeMs - b.timeMs);
}

function thinned(sets: readonly ElementSet[]): ElementSet[] {
  const bins = Map.groupBy(sets, ({ epochMs }) => Math.floor(epochMs / DAY_MS / THINNED_DAYS));
  return [...bins.values()].map((bin) => bin.reduce((a, b) => (b.epochMs < a.epochMs ? b : a)));
}

function isSame({ between: [from, to] }: Manoeuvre, { between: [since, end] }: Manoeuvre): boolean {
  const margin = SAME_DAYS * DAY_MS;
  return since < to + margin && end > from - margin;
}
