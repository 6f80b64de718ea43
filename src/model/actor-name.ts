import type { Actor } from "./actor.ts";

/** An actor by its name; by its id where nobody names it. */
export function actorName(actors: readonly Pick<Actor, "id" | "names">[], id: string): string {
  return actors.find((actor) => actor.id === id)?.names.en ?? id;
}
