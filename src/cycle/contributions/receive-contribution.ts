import { later } from "#model/moment.ts";
import { appendContribution } from "#store/index.ts";
import { intakeLimit, LONGEST_LIMIT_MS } from "../collect/contributions/intake-limit.ts";
import { readContribution } from "../collect/contributions/read-contribution.ts";
import type { World } from "../world.ts";

/** What became of something handed in: its id, or one line that refuses it as wrong or as too much. */
export type Received =
  | { readonly id: string }
  | { readonly refused: "wrong" | "too-many"; readonly because: string };

class TooMany extends Error {}

/** Keeps what an outside monitor hands in as plain words, in quarantine, unless it is wrong or too much. */
export async function receiveContribution({ store, watch, now }: World, given: unknown): Promise<Received> {
  const receivedAt = now();
  const actors = new Set(watch.actors.map(({ id }) => id));
  const contribution = readContribution(given, { actors, today: receivedAt.slice(0, 10) });
  if (typeof contribution === "string") return { refused: "wrong", because: contribution };
  const since = later(receivedAt, -LONGEST_LIMIT_MS);
  try {
    const id = await appendContribution(store, contribution, receivedAt, {
      since,
      admit(before) {
        const limit = intakeLimit(contribution.contributor, receivedAt, before);
        if (limit !== null) throw new TooMany(limit);
      },
    });
    return { id };
  } catch (error) {
    if (error instanceof TooMany) return { refused: "too-many", because: error.message };
    throw error;
  }
}
