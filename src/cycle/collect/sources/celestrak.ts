import type { NetworkSource } from "../network-source.ts";
import { readElementSets } from "./element-sets.ts";
import { readSatcat } from "./satcat.ts";

/**
 * CelesTrak renews its data every two hours, asks for one request per group in that time, and for software to stop
 * at any answer but 200 until a person has looked (https://celestrak.org/usage-policy.php).
 */
const CELESTRAK = {
  base: "https://celestrak.org/",
  everyMinutes: 120,
  staleAfterHours: 24,
  budget: [{ requests: 10, perMs: 60_000 }],
} as const;

const GROUPS = {
  active: "active satellites",
  analyst: "objects without a public name",
  geo: "active geosynchronous satellites",
  "last-30-days": "launches of the last 30 days",
  military: "miscellaneous military satellites",
  resource: "Earth resources satellites",
} as const;

const groupSources = Object.entries(GROUPS).map(([group, what]): NetworkSource => ({
  ...CELESTRAK,
  id: `celestrak-${group}`,
  summary: `element sets of CelesTrak: ${what}`,
  mostBytes: 64 * 2 ** 20,
  ask: (base) => ({ url: new URL(`NORAD/elements/gp.php?GROUP=${group}&FORMAT=json`, base) }),
  reads: { noun: "element sets", read: (text, capture, at) => readElementSets(text, capture, { at }) },
}));

export const celestrakSources: readonly NetworkSource[] = [
  ...groupSources,
  {
    ...CELESTRAK,
    id: "celestrak-satcat",
    summary: "names, owners and launch dates of all objects, by CelesTrak",
    everyMinutes: 1440,
    staleAfterHours: 7 * 24,
    mostBytes: 32 * 2 ** 20,
    ask: (base) => ({ url: new URL("pub/satcat.csv", base) }),
    reads: { noun: "objects", catalogue: "satcat", read: readSatcat },
  },
];
