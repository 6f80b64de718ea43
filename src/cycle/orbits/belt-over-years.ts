import type { Day } from "#model/day.ts";
import { findVisits, type ElementSet, type Visit } from "#science/orbits/index.ts";
import { elementHistories } from "#store/index.ts";
import type { World } from "../world.ts";
import { NEIGHBOUR_DEG } from "../observe/belt/dwell.ts";
import { BELT_REV_PER_DAY } from "./observe-belt.ts";

/** Where a followed satellite stayed in the belt, since when, until when, and beside which guarded ones. */
export interface BeltObject {
  readonly id: number;
  readonly name: string;
  readonly actor: string;
  readonly stays: readonly (Pick<Visit, "fromMs" | "toMs" | "lonDeg"> & {
    readonly neighbours: readonly { readonly id: number; readonly name: string; readonly minDeg: number }[];
  })[];
}

export interface BeltOverYears {
  readonly asOf: Day;
  readonly objects: readonly BeltObject[];
}

const DAY_MS = 86_400_000;
/** One set in so many days draws a stay of weeks as well as all of them do. */
const THINNED_DAYS = 4;

/** The stays of the watch's followed satellites in the belt, over all the years of which sets were known by a day. */
export async function beltOverYears({ watch, store }: World, asOf: Day): Promise<BeltOverYears> {
  const named = new Map(watch.objects.map((object) => [Number(object.id), object]));
  const belt = { objects: [...named.keys()], meanMotionRevPerDay: BELT_REV_PER_DAY };
  const sets = (await elementHistories(store, { known: asOf }, belt)).map(({ elements }) => elements);
  const visits = findVisits(thinned(sets)).filter(({ kind }) => kind === "stay");
  const byObject = Map.groupBy(visits, ({ id }) => id);
  return {
    asOf,
    objects: [...byObject].flatMap(([id, stays]) => {
      const object = named.get(id)!;
      if (object.role !== "followed") return [];
      const told = stays.map(({ fromMs, toMs, lonDeg, neighbours }) => {
        const beside = neighbours.filter(
          (each) => each.minDeg <= NEIGHBOUR_DEG && named.get(each.id)?.role === "guarded",
        );
        const called = beside.map((each) => ({ ...each, name: named.get(each.id)!.name }));
        return { fromMs, toMs, lonDeg, neighbours: called };
      });
      return [{ id, name: object.name, actor: object.actor, stays: told }];
    }),
  };
}

function thinned(sets: readonly ElementSet[]): ElementSet[] {
  const bins = Map.groupBy(sets, ({ id, epochMs }) => `${id} ${Math.floor(epochMs / DAY_MS / THINNED_DAYS)}`);
  return [...bins.values()].map((bin) => bin[0]!);
}
