import { askSources, collectAndObserve, readTexts } from "../cycle.ts";
import type { World } from "../world.ts";
import type { Collected } from "./collected.ts";

/** How a round of collecting is begun again and again, and whom what came of it is told. */
export interface Rounds {
  /** Calls back every so often, until the function it answers is called. */
  readonly every: (work: () => void) => () => void;
  readonly tell: (collected: readonly Collected[]) => void;
  /** Told what a round broke off of; the next is begun all the same. */
  readonly fail: (error: unknown) => void;
}

/**
 * Collects at once and then every so often, and observes what came. A round that is due while one is under way is
 * left out. The answer ends it: no source is asked any more, and the one that is being asked is let go.
 */
export function keepCollecting(world: World, { every, tell, fail }: Rounds): () => Promise<void> {
  const stopping = new AbortController();
  const { network, folder } = world;
  if (network === undefined && folder === undefined) return async () => {};
  const stoppable = { ...world, ...(network && { network: { ...network, stopped: stopping.signal } }) };
  let underWay: Promise<void> | null = null;
  const round = () => {
    underWay ??= collectAndTell(stoppable, tell)
      .catch(fail)
      .finally(() => (underWay = null));
  };
  const end = every(round);
  round();
  return async () => {
    end();
    stopping.abort();
    await underWay;
  };
}

async function collectAndTell(world: World, tell: Rounds["tell"]): Promise<void> {
  const collected = await askSources(world);
  // A source that rests is not worth a line in every round.
  tell(collected.filter(({ outcome }) => outcome !== "waiting"));
  if (!collected.some(({ outcome }) => outcome === "kept")) return;
  await collectAndObserve(world);
  await readTexts(world);
}
