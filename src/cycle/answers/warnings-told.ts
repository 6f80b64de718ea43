import type { Day } from "#model/day.ts";
import type { Notice } from "#model/notice.ts";
import type { Acknowledgement, Warning } from "#model/warning.ts";
import { acknowledgementsOf, noticesStanding, type Store } from "#store/index.ts";

/** A warning, who has read it, and which clients were told of it or could not be. */
export interface WarningTold extends Warning {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly notices: readonly Notice[];
}

/** What became of the warnings of a day; nobody is shown to have read or heard of one before that was. */
export async function warningsTold(
  store: Store,
  warnings: readonly Warning[],
  asOf: Day,
): Promise<WarningTold[]> {
  const ids = warnings.map(({ id }) => id);
  const acknowledged = await acknowledgementsOf(store, ids, asOf);
  const notices = (await noticesStanding(store)).filter(({ at }) => at.slice(0, 10) <= asOf);
  return warnings.map((warning) => ({
    ...warning,
    acknowledgements: acknowledged.filter((one) => one.warning === warning.id),
    notices: notices.filter(({ item }) => item.replace("withdrawn/", "").startsWith(`change/${warning.id}/`)),
  }));
}
