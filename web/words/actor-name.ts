import type { WatchReply } from "../../src/api/contract.ts";

/** An actor by its name; by its id where the watch does not name it, or has not come yet. */
export function actorName(watch: Pick<WatchReply, "actors"> | undefined, id: string): string {
  return watch?.actors.find((actor) => actor.id === id)?.names.en ?? id;
}
