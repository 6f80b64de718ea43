import type { WatchReply } from "../../src/api/contract.ts";
import type { Site } from "#model/site.ts";
import { actorName } from "../words/actor-name.ts";

/** The name of the actor that runs a site. */
export function operatorName(
  { actors }: Pick<WatchReply, "actors">,
  { operator }: Pick<Site, "operator">,
): string {
  return actorName({ actors }, operator);
}

/** Its bloc; null when it has none. */
export function operatorBloc({ actors }: Pick<WatchReply, "actors">, { operator }: Site): string | null {
  return actors.find(({ id }) => id === operator)?.bloc || null;
}

/** `deep-space` as it is said. */
export function kindName({ kind }: Pick<Site, "kind">): string {
  return kind.replaceAll("-", " ");
}
