import { lastDayOf, monthAt, monthNumber, monthOf, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { compileQuery } from "#model/query.ts";
import { withoutSuperseded } from "#model/story.ts";
import type { Watch } from "#model/watch.ts";
import {
  accessionHazard,
  allowingForUnnamed,
  SeriesRefused,
  type AccessionRecord,
  type HazardWithUnnamed,
} from "#science/series/index.ts";

/** One state's accession to one framework. */
export interface Accession {
  readonly state: string;
  readonly on: Day;
  readonly observation: string;
}

/** What a row says of how many had joined by then, itself included. */
export interface Numbered {
  readonly upTo: number;
  readonly on: Day;
  readonly observation: string;
  /** How many joined by then whom no row names. */
  readonly unnamed: number;
}

export interface FrameworkStanding {
  readonly id: string;
  readonly name: string;
  readonly bloc: string;
  /** In the order of accession. */
  readonly members: readonly Accession[];
  /** The highest number a row gives its accession, where that is more than are named. */
  readonly numbered: Numbered | null;
  /** Who joins within a year; null where the record cannot bear it, and then why. */
  readonly hazard: HazardWithUnnamed | null;
  readonly refused: string | null;
}

/** Who stands where among the frameworks of a watch. */
export interface AlignmentOnDay {
  readonly asOf: Day;
  /** The last day of the record the hazards rest on. */
  readonly watchedTo: Day;
  readonly regions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly frameworks: readonly FrameworkStanding[];
  /** States in more than one framework. */
  readonly dual: readonly string[];
}

const HORIZON_MONTHS = 12;

/** Membership of every framework as known on a day, and who joins next; null for a watch without frameworks. */
export function alignmentOn(
  watch: Watch,
  observations: readonly Observation[],
  asOf: Day,
): AlignmentOnDay | null {
  if (!watch.alignment) return null;
  const { frameworks, regions } = watch.alignment;
  const known = withoutSuperseded(
    observations.filter(({ knownAt, validFrom }) => knownAt <= asOf && validFrom <= asOf),
  );
  const states = Object.values(regions).flatMap((names) => Object.keys(names));
  const joins = frameworks.map((one) => known.filter(compileQuery(one.joins)));
  const members = joins.map((rows) => membersOf(rows, new Set(states)));
  const numbered = frameworks.map(({ numberedBy }, k) =>
    numberedBy === undefined ? null : mostUnnamed(joins[k]!, numberedBy, members[k]!),
  );
  const watchedTo = lastWatched(watch, known, asOf, members);
  const record = recordOf(regions, members, watchedTo);
  const isRival = rivals(watch);
  const dual = states.filter(
    (id) => members.filter((list) => list.some(({ state }) => state === id)).length > 1,
  );
  return {
    asOf,
    watchedTo,
    regions,
    frameworks: frameworks.map(({ id, name, bloc }, k) => ({
      id,
      name,
      bloc,
      members: members[k]!,
      numbered: numbered[k]!,
      ...hazardIn(
        withRivals(record, (state) => isRival(state, k)),
        k,
        numbered[k]?.unnamed ?? 0,
      ),
    })),
    dual,
  };
}

/** A state joins once: on the first day that any observation names. */
function membersOf(joins: readonly Observation[], states: ReadonlySet<string>): Accession[] {
  const first = new Map<string, Accession>();
  const inOrder = joins.toSorted((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const { id, actors, validFrom } of inOrder) {
    for (const { id: state } of actors) {
      if (states.has(state) && !first.has(state)) first.set(state, { state, on: validFrom, observation: id });
    }
  }
  return [...first.values()];
}

/** Of the rows that number their accession, the one that leaves most unnamed; null where none leaves any. */
function mostUnnamed(
  joins: readonly Observation[],
  attribute: string,
  members: readonly Accession[],
): Numbered | null {
  const counts = joins
    .filter(({ attributes }) => /^\d+$/.test(attributes[attribute] ?? ""))
    .map(({ id, validFrom, attributes }) => {
      const upTo = Number(attributes[attribute]);
      const named = members.filter(({ on }) => on <= validFrom).length;
      return { upTo, on: validFrom, observation: id, unnamed: upTo - named };
    })
    .toSorted((a, b) => b.unnamed - a.unnamed || b.upTo - a.upTo);
  return counts[0] && counts[0].unnamed > 0 ? counts[0] : null;
}

/** The end of the span that every stream with an accession vouches for, at most the day asked. */
function lastWatched(
  watch: Watch,
  known: readonly Observation[],
  asOf: Day,
  members: readonly (readonly Accession[])[],
): Day {
  const ids = new Set(members.flat().map(({ observation }) => observation));
  const streams = new Set(known.filter(({ id }) => ids.has(id)).map(({ stream }) => stream));
  return watch.record
    .filter(({ stream }) => streams.has(stream))
    .reduce((day, { covers }) => (covers.to < day ? covers.to : day), asOf);
}

function recordOf(
  regions: AlignmentOnDay["regions"],
  members: readonly (readonly Accession[])[],
  watchedTo: Day,
): AccessionRecord {
  const joined = members.map(
    (list) => new Map(list.map(({ state, on }) => [state, monthNumber(monthOf(on))])),
  );
  const month = monthNumber(monthOf(watchedTo));
  return {
    candidates: Object.entries(regions).flatMap(([group, names]) =>
      Object.keys(names).map((id) => ({
        id,
        group,
        joined: joined.map((months) => months.get(id) ?? null),
        covariates: [],
      })),
    ),
    // Founders did not join: the month after the first accession is the first at risk.
    opened: members.map(([first]) => (first ? monthNumber(monthOf(first.on)) + 1 : month)),
    last: lastDayOf(monthAt(month)) <= watchedTo ? month : month - 1,
    covariateNames: [],
  };
}

/** Whether a state belongs to the bloc behind another framework than this one. */
function rivals({ actors, alignment }: Watch): (state: string, framework: number) => boolean {
  const blocs = new Map(actors.map(({ id, bloc }) => [id, bloc]));
  const leads = (alignment?.frameworks ?? []).map(({ bloc }) => bloc);
  return (state, framework) => {
    const bloc = blocs.get(state);
    return bloc !== undefined && bloc !== leads[framework] && leads.includes(bloc);
  };
}

function withRivals(record: AccessionRecord, isRival: (state: string) => boolean): AccessionRecord {
  const candidates = record.candidates.map((one) => ({ ...one, covariates: [isRival(one.id) ? 1 : 0] }));
  return { ...record, candidates, covariateNames: ["in the rival bloc"] };
}

function hazardIn(
  record: AccessionRecord,
  framework: number,
  unnamed: number,
): Pick<FrameworkStanding, "hazard" | "refused"> {
  try {
    const hazard = accessionHazard(record, framework, HORIZON_MONTHS);
    return { hazard: allowingForUnnamed(hazard, unnamed), refused: null };
  } catch (error) {
    if (!(error instanceof SeriesRefused)) throw error;
    return { hazard: null, refused: error.message };
  }
}
