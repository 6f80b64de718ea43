import { existsSync } from "node:fs";
import type { BenchRow } from "./bench-row.ts";
import { benchPropagation } from "./orbits/propagation.ts";
import { CATALOGUE } from "./orbits/catalogue.ts";
import { benchPasses } from "./orbits/passes.ts";
import { benchScreeningBriefly } from "./screening.ts";

/** Orbits over a real catalogue, with satellite.js in the same process. */
export async function benchOrbits(): Promise<BenchRow[]> {
  if (!existsSync(CATALOGUE)) return [{ name: "orbits", figure: `not measured: ${CATALOGUE} is not there` }];
  return [...(await benchPropagation()), ...(await benchPasses()), ...(await benchScreeningBriefly())];
}

if (import.meta.main) console.table(await benchOrbits());
