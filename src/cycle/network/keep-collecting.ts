import type { Assessment } from "#model/assessment.ts";
import type { Notice } from "#model/notice.ts";
import { lastChange } from "#store/index.ts";
import { askSources, collectAndObserve, concludeDay, readTexts, tellWhoAsked } from "../cycle.ts";
import type { World } from "../world.ts";
import type { Collected } from "./collected.ts";

/** How a round of collecting is begun again and again, and whom what came of it is told. */
export interface Rounds {
  /** Calls back every so often, until the function it answers is called. */
  readonly every: (work: () => void) => () => void;
  readonly tell: (collected: readonly Collected[], notices: readonly Notice[]) => void;
  /** Told what a round broke off of; the next is begun all the same. */
  readonly fail: (error: unknown) => void;
}

/**
 * Collects at once and then every so often, observes what came, and concludes the day where it or the record
 * is new. A round that is due while one is under way is
 * left out. The answer ends it: no source is asked any more, and the one that is being asked is let go.
 */
export function keepCollecting(world: World, { every, tell, fail }: Rounds): () => Promise<void> {
  const stopping = new AbortController();
  const { network, folder } = world;
  if (network === undefined && folder === undefined && world.teller === undefined) return async () => {};
  const stoppable = letGoBy(world, stopping.signal);
  let underWay: Promise<void> | null = null;
  let concluded: Concluded | null = null;
  const goRound = async () => {
    await collectInRound(stoppable, tell);
    if (!stopping.signal.aborted) concluded = await concludeInRound(stoppable, concluded, tell);
  };
  const round = () => {
    underWay ??= goRound()
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

/** The world, whose sources are let go and asked no more once the signal comes. */
export function letGoBy(world: World, stopped: AbortSignal): World {
  return { ...world, ...(world.network && { network: { ...world.network, stopped } }) };
}

async function collectInRound(world: World, tell: Rounds["tell"]): Promise<void> {
  const collected = await askSources(world);
  // A source that rests is not worth a line in every round.
  const heard = collected.filter(({ outcome }) => outcome !== "waiting");
  tell(heard, []);
  if (!heard.some(({ outcome }) => outcome === "kept")) return;
  await collectAndObserve(world);
  await readTexts(world);
}

/** What was concluded, and from which state of the record. */
interface Concluded {
  readonly assessment: Assessment;
  readonly change: number;
}

/** What was concluded stands while day and record do; what clients could not be told then is tried again. */
async function concludeInRound(
  world: World,
  last: Concluded | null,
  tell: Rounds["tell"],
): Promise<Concluded> {
  const today = world.now().slice(0, 10);
  const change = await lastChange(world.store);
  if (last !== null && last.assessment.asOf === today && last.change === change) {
    tell([], await tellWhoAsked(world, last.assessment));
    return last;
  }
  const { assessment, notices } = await concludeDay(world, today);
  tell([], notices);
  return { assessment, change };
}
