import { cpus, release, totalmem, type } from "node:os";
import { table } from "../src/cli/table.ts";
import type { BenchRow } from "./bench-row.ts";

/** Every bench by name; its code is loaded when it is run. */
const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  belief: async () => (await import("./belief.ts")).benchBelief(),
  orbits: async () => (await import("./orbits.ts")).benchOrbits(),
  globe: async () => (await import("./globe.ts")).benchGlobe(),
  belt: async () => (await import("./belt.ts")).benchBelt(),
  manoeuvres: async () => (await import("./manoeuvres.ts")).benchManoeuvres(),
  screening: async () => (await import("./screening.ts")).benchScreening(),
  copies: async () => (await import("./copies.ts")).benchCopies(),
  rasters: async () => (await import("./rasters.ts")).benchRasters(),
  series: async () => (await import("./series.ts")).benchSeries(),
  "series-coverage": async () => (await import("./series.ts")).benchSeriesCoverage(),
  pages: async () => (await import("./pages.ts")).benchPages(),
  change: async () => (await import("./change.ts")).benchChange(),
  store: async () => (await import("./store.ts")).benchStore(),
  cycle: async () => (await import("./cycle.ts")).benchCycle(),
  fit: async () => (await import("./fit.ts")).benchFit(),
  text: async () => (await import("./text.ts")).benchText(),
  letters: async () => (await import("./letters.ts")).benchLetters(),
  score: async () => (await import("./score.ts")).benchScore(),
  record: async () => (await import("./record.ts")).benchRecord(),
  gold: async () => (await import("./gold.ts")).benchGold(),
};

/** Half an hour and more: only where asked for by name. */
const SLOW = new Set(["screening", "series-coverage"]);

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  console.error(`no bench "${unknown}"; there are ${Object.keys(BENCHES).join(", ")}`);
  process.exit(2);
}

console.log(machine());
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES).filter((one) => !SLOW.has(one))) {
  const rows = await BENCHES[name]!();
  console.log(`\n${table([name, "figure", "target", "peer", "ratio"], rows.map(cells))}`);
}

function cells({ name, figure, target = "", peer = "", ratio = "" }: BenchRow): string[] {
  return [name, figure, target, peer, ratio];
}

/** Where the figures were measured. */
function machine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cpu?.model ?? "unknown processor"} × ${cpus().length}, ${memory}, ${type()} ${release()}, Node ${process.version}`;
}
