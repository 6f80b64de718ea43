import type { Account } from "#model/account.ts";
import { isWithin } from "#model/release.ts";
import { contributions } from "#store/index.ts";
import type { Desk } from "./desk.ts";
import { Refusal } from "./refusal.ts";

/**
 * What an answer may tell of: the record as a whole; that and what waits in quarantine; that and the operator's estate;
 * or only what is released, which is sifted by its markings.
 */
export type Shows = "record" | "queues" | "estate" | "released";

/**
 * Refuses an answer that may tell of anything marked above what the account is shown. A probability rests on all
 * observations at once, so an answer is given whole or not at all.
 */
export async function refuseAbove(account: Account | null, shows: Shows, desk: Desk): Promise<void> {
  const why = await closedBecause(account, shows, desk);
  if (why !== null) throw new Refusal(403, "above-ceiling", why);
}

/** Why such an answer is refused to the account; null where it is not. */
export async function closedBecause(
  account: Account | null,
  shows: Shows,
  desk: Desk,
): Promise<string | null> {
  if (account === null || shows === "released") return null;
  const above = await markedAbove(account, shows, desk);
  if (above === null) return null;
  return `${above} marked above ${account.ceiling}, the ceiling of ${account.name}: what rests on the whole record is closed to it; feeds, TAXII and GeoJSON are open.`;
}

/** The beginning of a sentence about what is marked above the ceiling; null where nothing is. */
async function markedAbove({ ceiling }: Account, shows: Shows, desk: Desk): Promise<string | null> {
  const { watch, estate, store } = desk.world;
  const isAbove = (marking: string) => !isWithin(ceiling, marking);
  if (isAbove(watch.marking)) return "The watch is";
  if (shows === "estate" && estate && isAbove(estate.marking)) return "The estate is";
  const held = [...(await desk.markingsHeld())].filter(([marking]) => isAbove(marking));
  const observations = held.reduce((sum, [, count]) => sum + count, 0);
  if (observations > 0) return counted(observations, "observation");
  const waiting = shows === "queues" ? await contributions(store) : [];
  const handedIn = waiting.filter(({ contribution }) => isAbove(contribution.marking)).length;
  return handedIn > 0 ? counted(handedIn, "contribution") : null;
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`;
}
