import { actorName as nameAmong } from "#model/actor-name.ts";
import type { WatchReply } from "../../src/api/contract.ts";

/** An actor by its name; by its id where the watch does not name it, or has not come yet. */
export function actorName(watch: Pick<WatchReply, "actors"> | undefined, id: string): string {
  return nameAmong(watch?.actors ?? [], id);
}
