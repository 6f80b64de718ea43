import { writeFileSync } from "node:fs";
import { OutsideFailed } from "#model/input-error.ts";
import { appendBrief } from "#store/index.ts";
import { briefAsKnown } from "../../cycle/brief-as-known.ts";
import { assessAsKnown } from "../../cycle/judge.ts";
import { BRIEF_FORMATS, renderBrief } from "../../cycle/printing/render-brief.ts";
import { WrongUse } from "../failure.ts";
import { AS_OF, JSON_OUT, oneOf, WATCH } from "../options.ts";
import { defineVerb } from "../verb.ts";
import { inFilledWorld } from "../world.ts";

const FORMATS = [...BRIEF_FORMATS, "json"] as const;
/** Formats that a terminal should not be handed. */
const BINARY = new Set<string>(["pdf", "docx"]);

/** The brief of a day, kept in the store and written out. */
export const brief = defineVerb({
  options: {
    format: { takes: "FORMAT", summary: `${FORMATS.join(", ")} (md unless given)` },
    out: { takes: "FILE", summary: "write it there instead of to standard output" },
    ...AS_OF,
    ...WATCH,
    ...JSON_OUT,
  },
  run: ({ options }, shell) => {
    const format = options.json ? "json" : oneOf("format", options.format ?? "md", FORMATS);
    if (BINARY.has(format) && options.out === undefined) throw new WrongUse(`${format} needs --out FILE`);
    return inFilledWorld(options, shell, async (world, asOf) => {
      const composed = await briefAsKnown(world, await assessAsKnown(world, asOf));
      await appendBrief(world.store, composed, world.now());
      const body = format === "json" ? JSON.stringify(composed) : (await renderBrief(composed, format)).body;
      if (options.out !== undefined) writeOut(options.out, body);
      else shell.out(String(body).trimEnd());
      return 0;
    });
  },
});

function writeOut(file: string, body: string | Uint8Array): void {
  try {
    writeFileSync(file, body);
  } catch (error) {
    throw new OutsideFailed(`${file} cannot be written`, error);
  }
}
