import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { observationsKnown } from "#store/index.ts";
import type { World } from "../world.ts";
import { namedObjects, type CatalogueEntry } from "./named-objects.ts";

/** A satellite the watch names, with what the stored catalogues say of it; null where none does. */
export interface WatchedEntry extends Pick<WatchedObject, "name" | "actor" | "class" | "role"> {
  readonly id: number;
  readonly entry: CatalogueEntry | null;
}

/** Unusual behaviour of a followed satellite, as the observation says it. */
export interface Behaviour {
  /** Id of the observation. */
  readonly observation: string;
  readonly kind: "approach" | "coplanar" | "geo_neighbour" | "manoeuvre";
  readonly who: number;
  /** Beside whom; nobody for a manoeuvre. */
  readonly whom: readonly number[];
  readonly from: Day;
  readonly to: Day;
  readonly knownAt: Day;
  readonly claim: string;
  readonly measures: Readonly<Record<string, number>>;
  /** The observation this is one story with, and counts together with; null where it stands alone. */
  readonly oneWith: string | null;
}

export interface WatchedBehaviour {
  readonly asOf: Day;
  readonly objects: readonly WatchedEntry[];
  /** The latest known first. */
  readonly behaviour: readonly Behaviour[];
}

/** What was known by a day of the watch's satellites: who they are, and what they did that is unusual. */
export async function watchedBehaviour({ watch, store }: World, asOf: Day): Promise<WatchedBehaviour> {
  const ids = watch.objects.map(({ id }) => Number(id));
  const entries = await namedObjects(store, asOf, ids);
  const recorded = await observationsKnown(store, { known: asOf }, { streams: ["orbits", "belt"] });
  return {
    asOf,
    objects: watch.objects.map(({ id, name, actor, class: kind, role }) => {
      return { id: Number(id), name, actor, class: kind, role, entry: entries.get(Number(id)) ?? null };
    }),
    behaviour: recorded.flatMap(({ observation }) => behaviourTold(observation)).reverse(),
  };
}

function behaviourTold(observation: Observation): Behaviour[] {
  const { id, kind, validFrom: from, validTo: to, knownAt, claim, measures, links } = observation;
  if (!isBehaviour(kind)) return [];
  // A stay of many months has arrived once.
  if (kind === "geo_neighbour" && !measures["arrivals"]) return [];
  const who = Number(id.split("/")[2]);
  const oneWith = links.find(({ relation }) => relation === "same-story")?.to ?? null;
  const whom = objectsShown(observation).filter((each) => each !== who);
  return [{ observation: id, kind, who, whom, from, to, knownAt, claim, measures, oneWith }];
}

function isBehaviour(kind: string): kind is Behaviour["kind"] {
  return ["approach", "coplanar", "geo_neighbour", "manoeuvre"].includes(kind);
}

/** The objects whose element sets are the evidence. */
function objectsShown({ evidence: { locator } }: Observation): number[] {
  const ids = locator.type === "elements" ? locator.ids : [];
  return [...new Set(ids.map((id) => Number(id.split("@")[0])))];
}
