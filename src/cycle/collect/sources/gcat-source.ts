import type { NetworkSource } from "../network-source.ts";
import { readGcat } from "./gcat.ts";

/** J. McDowell's General Catalog of Artificial Space Objects, CC-BY. */
export const gcatSource = {
  id: "gcat-satcat",
  summary: "names, owners and launch dates of all objects, by J. McDowell (CC-BY)",
  base: "https://planet4589.org/",
  everyMinutes: 1440,
  staleAfterHours: 30 * 24,
  budget: [{ requests: 10, perMs: 60_000 }],
  mostBytes: 64 * 2 ** 20,
  ask: (base) => ({ url: new URL("space/gcat/tsv/cat/satcat.tsv", base) }),
  reads: { noun: "objects", catalogue: "gcat", read: readGcat },
} as const satisfies NetworkSource;
