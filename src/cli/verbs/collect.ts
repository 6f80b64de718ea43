import { collectRecord } from "../../cycle/collect-record.ts";
import { collectFromSources } from "../../cycle/network/collect-sources.ts";
import type { Collected } from "../../cycle/network/collected.ts";
import { WrongUse } from "../failure.ts";
import { NETWORK } from "../network-options.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import type { Shell } from "../shell.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inWorld, tellCollected } from "../world.ts";

/** The record files into the store, byte for byte, and what the sources that are switched on have to say. */
export const collect = defineVerb({
  options: {
    ...NETWORK,
    once: { summary: "ask once and end, as it always does" },
    folder: { takes: "DIR", summary: "read the files of this folder as documents" },
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options }, shell) => {
    if (options.feed === undefined && options.format !== undefined)
      throw new WrongUse("--format goes with --feed");
    return inWorld(options, shell, async (world) => {
      const collected = await collectFromSources(world);
      if ((options.source ?? options.feed ?? options.folder) === undefined) {
        tellCollected(collected, shell);
        tellCaptures(await collectRecord(world), options.json, shell);
      } else {
        tellSources(collected, options.json, shell);
      }
      return collected.some(({ outcome }) => outcome === "failed") ? 3 : 0;
    });
  },
});

function tellCaptures(
  captures: Awaited<ReturnType<typeof collectRecord>>,
  json: true | undefined,
  shell: Shell,
): void {
  const collected = captures.map(({ url, sha256, bytes }) => ({ url, sha256, bytes: bytes.length }));
  const rows = collected.map(({ url, sha256, bytes }) => [url, String(bytes), sha256]);
  shell.out(json ? JSON.stringify(collected) : table(["capture", "bytes", "SHA-256"], rows));
}

const COUNTS = ["added", "corrected", "duplicate", "rejected"] as const;

function tellSources(collected: readonly Collected[], json: true | undefined, shell: Shell): void {
  const heading = ["source", "outcome", ...COUNTS, "not before", "fault"];
  const rows = collected.map(({ source, outcome, fault = "", notBefore = "", ...counts }) => [
    ...[source, outcome],
    ...COUNTS.map((name) => String(counts[name] ?? "–")),
    ...[notBefore, fault],
  ]);
  shell.out(json ? JSON.stringify(collected) : table(heading, rows));
}
