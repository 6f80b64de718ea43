import type { NetworkSource } from "../network-source.ts";
import { readElementSets } from "./element-sets.ts";

/** Every object still in orbit whose elements are not older than a month; the query Space-Track recommends. */
const QUERY =
  "basicspacedata/query/class/gp/decay_date/null-val/epoch/%3Enow-30/orderby/norad_cat_id/format/json";

/**
 * Space-Track with the user's own account: signing in and asking are one request. Its limits are 30 requests a
 * minute and 300 an hour, and the catalogue once an hour (https://www.space-track.org/documentation#/api).
 */
export const spaceTrackSource = {
  id: "space-track-gp",
  summary: "element sets of the whole catalogue, by Space-Track with your own account",
  base: "https://www.space-track.org/",
  everyMinutes: 60,
  staleAfterHours: 24,
  budget: [
    { requests: 29, perMs: 60_000 },
    { requests: 299, perMs: 3_600_000 },
  ],
  mostBytes: 256 * 2 ** 20,
  needsAccount: true,
  ask: (base, { identity, password }) => ({
    url: new URL("ajaxauth/login", base),
    form: new URLSearchParams({ identity, password, query: new URL(QUERY, base).href }),
  }),
  reads: { noun: "element sets", read: (text, capture, at) => readElementSets(text, capture, { at }) },
} as const satisfies NetworkSource;
