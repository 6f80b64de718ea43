import type { Capture, Reject } from "#model/capture.ts";
import { contentText, type Observation } from "#model/observation.ts";
import { appendVersions, isSameContent, isSameContentAndOrigin } from "./append-versions.ts";
import { addCapture } from "./captures.ts";
import type { Import, Imported } from "./import-batch.ts";
import { addRejects } from "./rejects.ts";
import { type Store, writing } from "./store.ts";
import { appendSync, digestOf, lastDigest } from "./syncs.ts";
import { withdrawMissing } from "./withdrawals.ts";

/** The digest of an origin that said more after its last sync: the next one is not skipped. */
const NOT_SYNCED = "";

/** Stores the capture, its observations and rejects: all of it, or nothing and OutsideFailed. */
export async function addObservations(store: Store, batch: Import): Promise<Imported> {
  const once = oncePerId(batch);
  return writing(store, async (inner) => {
    await addCapture(inner, batch.capture);
    await addRejects(inner, once);
    const { added, corrected, duplicate } = await appendVersions(inner, once, isSameContent);
    if ((await lastDigest(inner, batch.origin)) !== null) await appendSync(inner, batch, NOT_SYNCED);
    return {
      added,
      corrected,
      duplicate: duplicate + once.repeated,
      withdrawn: 0,
      rejected: once.rejects.length,
    };
  });
}

/**
 * Like `addObservations`, and withdraws what this origin said before and says no more. An import equal to
 * the origin's last one is recognised at once and leaves no trace.
 */
export async function syncOrigin(store: Store, batch: Import): Promise<Imported> {
  const once = oncePerId(batch);
  const digest = digestOf(batch);
  const rejected = once.rejects.length;
  if ((await lastDigest(store, batch.origin)) === digest) {
    return { added: 0, corrected: 0, duplicate: batch.observations.length, withdrawn: 0, rejected };
  }
  return writing(store, async (inner) => {
    await addCapture(inner, batch.capture);
    await addRejects(inner, once);
    const { added, corrected, duplicate } = await appendVersions(inner, once, isSameContentAndOrigin);
    const withdrawn = await withdrawMissing(inner, once);
    await appendSync(inner, batch, digest);
    return { added, corrected, duplicate: duplicate + once.repeated, withdrawn, rejected };
  });
}

/** The import with each id once: an id used again for something else is a reject, not a correction. */
function oncePerId(batch: Import): Import & { readonly repeated: number } {
  const byId = new Map<string, Observation>();
  const again: Observation[] = [];
  for (const observation of batch.observations) {
    if (byId.has(observation.id)) again.push(observation);
    else byId.set(observation.id, observation);
  }
  const conflicts = again.filter((one) => contentText(one) !== contentText(byId.get(one.id)!));
  return {
    ...batch,
    observations: [...byId.values()],
    rejects: [...batch.rejects, ...conflicts.map((one) => conflictReject(batch.capture, one))],
    repeated: again.length - conflicts.length,
  };
}

function conflictReject({ sha256 }: Capture, { id, claim, evidence }: Observation): Reject {
  return {
    capture: sha256,
    line: evidence.locator.type === "row" ? evidence.locator.line : 0,
    column: 1,
    wrong: `id ${id} is used twice for different observations`,
    right: "one id per observation",
    text: claim,
  };
}
