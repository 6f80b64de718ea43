import { collectRecord } from "../../cycle/collect-record.ts";
import { JSON_OUT, WATCH } from "../options.ts";
import { table } from "../table.ts";
import { defineVerb } from "../verb.ts";
import { inWorld } from "../world.ts";

/** The record files into the store, byte for byte. */
export const collect = defineVerb({
  options: { ...WATCH, ...JSON_OUT },
  run: ({ options }, shell) =>
    inWorld(options, shell, async (world) => {
      const collected = (await collectRecord(world)).map(({ url, sha256, bytes }) => {
        return { url, sha256, bytes: bytes.length };
      });
      const rows = collected.map(({ url, sha256, bytes }) => [url, String(bytes), sha256]);
      shell.out(options.json ? JSON.stringify(collected) : table(["capture", "bytes", "SHA-256"], rows));
      return 0;
    }),
});
