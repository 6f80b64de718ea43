import type { BehaviourReply, OrbitsReply, WatchReply } from "../../src/api/contract.ts";
import { actorBloc, blocToken } from "../words/bloc.ts";
import type { Marked } from "./objects-canvas.ts";

/** Where in the catalogue the watch's satellites are, each with the colour of its bloc; none while they are not known. */
export function markedPlaces(
  orbits: OrbitsReply,
  watch: WatchReply | undefined,
  told: BehaviourReply | undefined,
): Marked[] {
  if (!watch || !told) return [];
  const places = new Map(orbits.id.map((id, place) => [id, place]));
  return told.objects.flatMap(({ id, actor }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ place, token: blocToken(watch, actorBloc(watch, actor)) }];
  });
}
