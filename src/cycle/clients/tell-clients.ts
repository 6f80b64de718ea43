import { later } from "#model/moment.ts";
import type { Assessment } from "#model/assessment.ts";
import { OutsideFailed } from "#model/input-error.ts";
import type { Notice } from "#model/notice.ts";
import { appendNotice, claimNotice } from "#store/index.ts";
import { oneLine } from "../network/ask-source.ts";
import type { World } from "../world.ts";
import { type Due, dueNow } from "./due-now.ts";
import { send } from "./send.ts";
import type { Teller } from "./teller.ts";

/**
 * Tells every client what it has not been told yet and may be told, one after the other; what fails is tried again at a
 * later call. Answers what was tried.
 */
export async function tellClients(world: World, teller: Teller, assessment: Assessment): Promise<Notice[]> {
  const tried: Notice[] = [];
  for (const due of await dueNow(world, teller, assessment)) {
    if (!due.mayBeTold) continue;
    const notice = await tellOne(world, teller, due);
    if (notice !== null) tried.push(notice);
  }
  return tried;
}

/** So long nobody else begins what one has begun; where that ended with its process, another goes on. */
const HELD_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 86_400_000;

/** Null where another process began it in the meantime. */
async function tellOne({ store, now }: World, teller: Teller, due: Due): Promise<Notice | null> {
  const { client, item, toTell, triedBefore } = due;
  const { title, marking } = toTell.entry;
  const begun: Notice = {
    ...{ client: client.id, item, title, marking, at: now(), tries: triedBefore + 1 },
    ...{ outcome: "sending", fault: null, notBefore: later(now(), HELD_MS) },
  };
  if (!(await claimNotice(store, begun))) return null;
  const fault = await send(teller, client, toTell, now).then(() => null, faultIn);
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** triedBefore, LONGEST_PAUSE_MS);
  const ended: Notice =
    fault === null
      ? { ...begun, at: now(), outcome: "told", notBefore: null }
      : { ...begun, at: now(), outcome: "failed", fault, notBefore: later(now(), pauseMs) };
  await appendNotice(store, ended);
  return ended;
}

/** Whatever is no failure of the outside, nor of what the client's entry says, is a fault of ours and goes on up. */
function faultIn(error: unknown): string {
  if (error instanceof OutsideFailed || error instanceof RangeError) return oneLine(error.message);
  if (error instanceof Error && ("code" in error || /^(Timeout|Abort)Error$/.test(error.name)))
    return oneLine(error.message);
  throw error;
}
