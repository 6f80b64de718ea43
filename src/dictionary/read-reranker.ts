import path from "node:path";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { InputError } from "#model/input-error.ts";
import { readLinearModel, type EventDomain, type LinearModel } from "#science/text/index.ts";

const FILE = z.object({
  classes: z.array(z.string()),
  temperature: z.record(z.enum(["plover", "own"]), z.number().positive()),
  bias: z.array(z.number()),
  weights: z.record(z.string(), z.array(z.number())),
});

/** Reads `DIR/<language>/reranker.json`, the weights that choose a root, as they count for one kind of sentences; null where the language has none, InputError where they do not fit. */
export function readReranker(
  folder: string,
  language: string,
  domain: EventDomain = "own",
): LinearModel | null {
  const file = path.join(folder, language, "reranker.json");
  const text = textOf(file);
  if (text === null) return null;
  try {
    return readLinearModel(FILE.parse(JSON.parse(text)), domain);
  } catch {
    throw new InputError([
      { file, wrong: "no weights", right: "expected classes, temperature, bias and weights" },
    ]);
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
