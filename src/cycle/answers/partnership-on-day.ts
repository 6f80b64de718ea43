import type { PartnershipOnDay } from "#model/partnership.ts";
import type { Day } from "#model/day.ts";
import { partnershipOn } from "../assess/partnership/partnership-on.ts";
import { knownToJudge } from "../known-to-judge.ts";
import type { World } from "../world.ts";

/** What two powers do together and apart, as known by a day; null where the watch does not say whose partnership it is. */
export async function partnershipOnDay({ watch, store }: World, asOf: Day): Promise<PartnershipOnDay | null> {
  if (watch.partnership === undefined) return null;
  const recorded = await knownToJudge(store, asOf);
  return partnershipOn(
    watch,
    recorded.map(({ observation }) => observation),
    asOf,
  );
}
