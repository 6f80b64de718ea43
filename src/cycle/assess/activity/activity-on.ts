import type {
  ActivityCase,
  ActivityOnDay,
  ActivityRules,
  Face,
  FaceOnDay,
  FaceValue,
} from "#model/activity.ts";
import type { Actor } from "#model/actor.ts";
import { coveredSpan } from "#model/covered-span.ts";
import { monthsBefore, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { streamsOf } from "#model/query.ts";
import { storiesKnown, tellStories, USUAL_CREDIBILITY, type KnownStories } from "#model/story-count.ts";
import type { Watch } from "#model/watch.ts";
import { isInside, isVouchedFor, windowTo, type Window } from "#model/window.ts";
import { randomStream } from "#science/numbers/index.ts";
import { leadShift, mixChangeP } from "#science/series/index.ts";

/** The activity as known on a day; null for a watch that follows none. */
export function activityOn(
  { activity: rules, actors, record }: Watch,
  observations: readonly Observation[],
  asOf: Day,
): ActivityOnDay | null {
  if (rules === undefined) return null;
  const cases = casesOf(rules, actors, storiesKnown(observations, asOf));
  const covers = coveredSpan(record, streamsOf(rules.where), asOf);
  const months = rules.windowYears * 12;
  const inWindow = (from: Day, window: Window) =>
    isVouchedFor(window, from) ? cases.filter(({ on }) => isInside(window, on)) : null;
  const late = covers && inWindow(covers.from, windowTo(covers.to, months));
  const early = covers && inWindow(covers.from, windowTo(monthsBefore(covers.to, months), months));
  return {
    ...{ asOf, name: rules.name, windowYears: rules.windowYears, covers },
    ...{ now: late?.length ?? null, before: early?.length ?? null },
    faces: late ? rules.faces.map(({ name }, f) => faceOf(name, f, late, early)) : [],
    cases,
  };
}

/** In the order of their days; what a case is filed under is read from the observation that began it. */
function casesOf(
  { where, faces }: ActivityRules,
  actors: readonly Actor[],
  known: KnownStories,
): ActivityCase[] {
  const byId = new Map(known.current.map((observation) => [observation.id, observation]));
  const read = faces.map((face) => reader(face, actors));
  return tellStories({ where, minCredibility: USUAL_CREDIBILITY }, known).map((story) => ({
    ...story,
    values: read.map((values) => values(byId.get(story.id)!)),
  }));
}

/** What a case is filed under by one face: one or more values, one of them empty where nothing is said. */
function reader(face: Face, actors: readonly Actor[]): (observation: Observation) => string[] {
  const { attribute } = face;
  const groupOf = new Map(
    Object.entries(face.groups).flatMap(([name, values]) => values.map((value) => [value, name])),
  );
  const grouped = (values: readonly string[]) => [
    ...new Set(values.map((value) => groupOf.get(value) ?? value)),
  ];
  if (attribute !== undefined) return ({ attributes }) => grouped((attributes[attribute] ?? "").split(";"));
  const states = new Map(
    actors.filter(({ bloc }) => bloc === face.bloc).map(({ id, country }) => [id, country || id]),
  );
  return ({ actors: named }) => {
    const own = named.flatMap(({ id }) => states.get(id) ?? []);
    return own.length === 0 ? [""] : grouped(own);
  };
}

function faceOf(
  name: string,
  f: number,
  late: readonly ActivityCase[],
  early: readonly ActivityCase[] | null,
): FaceOnDay {
  const count = (cases: readonly ActivityCase[], value: string) =>
    cases.filter(({ values }) => values[f]!.includes(value)).length;
  const values = new Set([...late, ...(early ?? [])].flatMap((one) => one.values[f]!));
  const filed = [late, early ?? []].flatMap((cases, n) =>
    cases.map((one) => ({ values: one.values[f]!, isLate: n === 0 })),
  );
  return {
    name,
    values: [...values]
      .map((value): FaceValue => {
        const [now, before] = [count(late, value), count(early ?? [], value)];
        const shift = early ? leadShift(weighed(before, early.length), weighed(now, late.length)) : null;
        return { value, now, before, shift };
      })
      .toSorted((a, b) => b.now + b.before - a.now - a.before || (a.value < b.value ? -1 : 1)),
    p: early ? mixChangeP(filed, randomStream(`mix ${name}`)) : null,
  };
}

const weighed = (own: number, all: number) => ({ own, all, squares: all });
