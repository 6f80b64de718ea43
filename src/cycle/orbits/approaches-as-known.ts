import { Worker } from "node:worker_threads";
import type { Day } from "#model/day.ts";
import { OutsideFailed } from "#model/input-error.ts";
import {
  PROPAGATION_ERRORS,
  type ElementSet,
  type Screening,
  type screenObjects,
} from "#science/orbits/index.ts";
import { latestElementSets } from "#store/index.ts";
import type { World } from "../world.ts";
import { isoAt, toldApproach, type ToldApproach } from "./told-approach.ts";

const MS_PER_DAY = 86_400_000;
/** Elements older than this say nothing of where an object is: along its orbit it may be anywhere near. */
const OLDEST_DAYS = 30;

/** Approaches of some objects to all that are stored, from the element sets known by a day. */
export interface ApproachesAsKnown {
  readonly asOf: Day;
  readonly from: string;
  readonly to: string;
  readonly withinKm: number;
  /** How many objects had elements recent enough to be screened. */
  readonly screened: number;
  readonly approaches: readonly ToldApproach[];
  /** Objects asked for that have no recent element set, and those without a position for some of the span. */
  readonly unknown: readonly number[];
  readonly lost: readonly { readonly id: number; readonly from: string; readonly reason: string }[];
}

/** What the thread is given. */
export interface ToScreenObjects {
  readonly ids: readonly number[];
  readonly elements: readonly ElementSet[];
  readonly screening: Screening;
}

/** Screens the days from the start of the as-of day on, in a thread of its own, for it takes seconds. */
export async function approachesAsKnown(
  { store }: World,
  asOf: Day,
  {
    objects,
    days,
    withinKm,
  }: { readonly objects: readonly number[]; readonly days: number; readonly withinKm: number },
): Promise<ApproachesAsKnown> {
  const originMs = Date.parse(asOf);
  const epochMs = { from: originMs - OLDEST_DAYS * MS_PER_DAY, to: originMs + MS_PER_DAY };
  const recorded = await latestElementSets(store, { known: asOf }, { epochMs });
  const elements = recorded.map((one) => one.elements);
  const known = new Set(elements.map(({ id }) => id));
  const ids = objects.filter((id) => known.has(id));
  const screening = { originMs, seconds: (days * MS_PER_DAY) / 1000, withinKm };
  const { approaches, absences } =
    ids.length === 0 ? { approaches: [], absences: [] } : await screenApart({ ids, elements, screening });
  return {
    asOf,
    from: isoAt(originMs),
    to: isoAt(originMs + days * MS_PER_DAY),
    withinKm,
    screened: elements.length,
    approaches: approaches.map(toldApproach),
    unknown: objects.filter((id) => !known.has(id)),
    lost: absences.map(({ id, seconds, error }) => ({
      id,
      from: isoAt(originMs + seconds * 1000),
      reason: PROPAGATION_ERRORS[error]!,
    })),
  };
}

function screenApart(workerData: ToScreenObjects): Promise<ReturnType<typeof screenObjects>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./screen-objects-thread.ts", import.meta.url), { workerData });
    thread.once("message", resolve);
    thread.once("error", (error) => reject(new OutsideFailed("the approaches could not be screened", error)));
  });
}
