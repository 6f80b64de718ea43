import type { Acknowledgement } from "#model/warning.ts";
import { appendAcknowledgement } from "#store/index.ts";
import type { Assessed } from "./assess/assess.ts";
import { withWarnings } from "./judge.ts";
import type { World } from "./world.ts";

/** Appends who has read a warning, and when; null where there is no such warning. */
export async function acknowledgeWarning(
  { store, now }: World,
  assessed: Assessed,
  { warning, by, note }: Omit<Acknowledgement, "at">,
): Promise<Acknowledgement | null> {
  if (!withWarnings(assessed).warnings.some(({ id }) => id === warning)) return null;
  const acknowledgement = { warning, by, at: now(), note };
  await appendAcknowledgement(store, acknowledgement);
  return acknowledgement;
}
