import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { normalQuantile, randomStream } from "#science/numbers/index.ts";
import { accessionHazard, type OutOfSample } from "#science/series/index.ts";
import { observationsKnown, openStore } from "#store/index.ts";
import { readWatch } from "#watch/index.ts";
import { alignmentOn } from "../../src/cycle/assess/series/alignment.ts";
import { collectAndObserve } from "../../src/cycle/cycle.ts";
import { createWorld } from "../../src/cycle/world.ts";
import type { BenchRow } from "../bench-row.ts";
import { simulateAccessions } from "./accessions.ts";

const WATCH = "watches/ilrs";

/** Hazards of accession against a constant hazard, out of sample: in simulated worlds, and on the default watch. */
export async function benchHazard(records: number): Promise<BenchRow[]> {
  return [
    skillRow("60 states, pull 3", { monthly: 0.004, pull: 3 }, records),
    skillRow("60 states, pull 1.5", { monthly: 0.006, pull: 1.5 }, records),
    {
      ...skillRow("60 states, no pull", { monthly: 0.008, pull: 0 }, records),
      target: "shown in at most 5 %",
    },
    ...(await watchRows()),
  ];
}

function skillRow(name: string, truth: { monthly: number; pull: number }, records: number): BenchRow {
  const scored = Array.from({ length: records }, (_, n) => {
    const { record, joined } = simulateAccessions(60, truth, randomStream(`skill ${name} ${n}`));
    return joined < 5 || joined === 60 ? null : accessionHazard(record, 0, 12).outOfSample;
  }).filter((one) => one !== null);
  const shown = scored.filter(({ isBetter }) => isBetter).length / scored.length;
  const error = Math.sqrt((shown * (1 - shown)) / scored.length);
  return {
    name: `hazard against a constant one, ${name}`,
    figure: `${meanGain(scored)} nats an accession, shown in ${(100 * shown).toFixed(0)} ± ${(100 * error).toFixed(0)} % of ${scored.length} records`,
  };
}

/** Over all accessions of all records, with its 90 % interval by the scatter between records. */
function meanGain(scored: readonly OutOfSample[]): string {
  const events = scored.reduce((sum, one) => sum + one.events, 0);
  const mean = scored.reduce((sum, one) => sum + one.gain * one.events, 0) / events;
  const squares = scored.reduce((sum, one) => sum + ((one.gain - mean) * one.events) ** 2, 0);
  const reach = (normalQuantile(0.95) * Math.sqrt(squares)) / events;
  return `${mean.toFixed(3)} (${(mean - reach).toFixed(3)} to ${(mean + reach).toFixed(3)})`;
}

async function watchRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-hazard-"));
  const store = await openStore({ file: path.join(folder, "store.sqlite") });
  try {
    const watch = readWatch(WATCH);
    const { writtenOn } = watch;
    const now = () => `${writtenOn}T00:00:00.000Z`;
    await collectAndObserve(createWorld({ watch, watchDir: WATCH, store, now }));
    const known = await observationsKnown(store, { known: writtenOn });
    const standing = alignmentOn(
      watch,
      known.map(({ observation }) => observation),
      writtenOn,
    );
    return (standing?.frameworks ?? []).map(({ name, hazard, refused }) => ({
      name: `hazard against a constant one, ${name}`,
      figure: hazard ? told(hazard.outOfSample) : (refused ?? ""),
    }));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

const told = (scored: OutOfSample | null) =>
  scored
    ? `${scored.gain.toFixed(2)} nats an accession (${scored.low.toFixed(2)} to ${scored.high.toFixed(2)}), ${scored.events} accessions: ${scored.isBetter ? "better" : "the constant one is as good"}`
    : "too few accessions to be checked";
