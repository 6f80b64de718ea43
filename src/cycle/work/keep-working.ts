import type { World } from "../world.ts";
import { type JobEnded, workThrough } from "./work-through.ts";

/** How rounds are begun again and again, and whom what came of each job is told. */
export interface Rounds {
  /** Calls back every so often, until the function it answers is called. */
  readonly every: (work: () => void) => () => void;
  readonly tell: (ended: JobEnded) => void;
}

/**
 * Does what is due at once and then every so often. A round that is due while one is under way is left out. The answer
 * ends it: no source is asked any more, and the one that is being asked is let go.
 */
export function keepWorking(world: World, { every, tell }: Rounds): () => Promise<void> {
  const stopping = new AbortController();
  const stoppable = letGoBy(world, stopping.signal);
  let underWay: Promise<void> | null = null;
  const goRound = async () => {
    for await (const ended of workThrough(stoppable)) {
      tell(ended);
      if (stopping.signal.aborted) return;
    }
  };
  const round = () => void (underWay ??= goRound().finally(() => (underWay = null)));
  const end = every(round);
  round();
  return async () => {
    end();
    stopping.abort();
    await underWay;
  };
}

/** The world, whose sources are let go and asked no more once the signal comes. */
export function letGoBy(world: World, stopped: AbortSignal): World {
  return { ...world, ...(world.network && { network: { ...world.network, stopped } }) };
}
