import { defineRoute } from "../route.ts";
import { onlyAsOf } from "../shapes/asked.ts";
import { sourcesLedgerReply } from "../shapes/sources.ts";

export const sourcesLedger = defineRoute({
  name: "GET /api/sources/ledger",
  summary: "How reliable each source has been by that day, with the claims that were confirmed or refuted",
  asks: onlyAsOf,
  replies: sourcesLedgerReply,
  async answer({ asOf }, { dayOf, sourceRecordsOn }) {
    const day = dayOf(asOf);
    return { asOf: day, sources: await sourceRecordsOn(day) };
  },
});
