import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { findVisits, readElements } from "#science/orbits/index.ts";
import type { BenchRow } from "./bench-row.ts";

const BELT = "../shared/data/orbit/geo_belt_snapshots_1997-2025.tsv.gz";

/** Everybody's stays, neighbours and companions in the geostationary belt over 28 years. */
export async function benchBelt(): Promise<BenchRow[]> {
  if (!existsSync(BELT)) return [{ name: "belt", figure: `not measured: ${BELT} is not there` }];
  const rows = gunzipSync(readFileSync(BELT)).toString().trimEnd().split("\n").slice(1);
  const text = rows.map((row) => `0 ${row.split("\t").slice(2).join("\n")}`).join("\n");
  const { elements } = readElements(text, "belt");
  const seconds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    findVisits(elements);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }).sort((a, b) => a - b);
  const visits = findVisits(elements);
  const stays = visits.filter(({ kind }) => kind === "stay");
  const tows = visits.filter(({ kind }) => kind === "tow");
  const objects = new Set(elements.map(({ id }) => id)).size;
  return [
    {
      name: `visits of ${objects} objects, ${elements.length} sets`,
      figure: `${seconds[2]!.toFixed(2)} s CPU (${stays.length} stays)`,
      target: "1 s",
    },
    {
      name: "tows",
      figure: tows.map(({ name, neighbours }) => `${name} – ${neighbours[0]!.name}`).join("; "),
      target: "SJ-21 – Compass G2",
    },
  ];
}

if (import.meta.main) console.table(await benchBelt());
