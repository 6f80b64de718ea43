import path from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { InputError } from "#model/input-error.ts";
import { pairWeights, type EventLanguage, type PairWeights } from "#science/text/index.ts";

const FILE = z.object({
  classes: z.array(z.string()),
  temperature: z.number().positive(),
  bound: z.number().gt(0).lt(1),
  bias: z.array(z.number()),
  weights: z.record(z.string(), z.array(z.number())),
});

/** Reads `DIR/<language>/pairs.json`, the weights that decide what two states did, for a language; null where it has none, InputError where they do not fit. */
export function readPairWeights(folder: string, language: EventLanguage): PairWeights | null {
  const file = path.join(folder, language.grammar.language, "pairs.json");
  if (!existsSync(file)) return null;
  try {
    return pairWeights(FILE.parse(JSON.parse(readFileSync(file, "utf8"))), language);
  } catch {
    throw new InputError([
      { file, wrong: "no weights", right: "expected classes, temperature, bound, bias and weights" },
    ]);
  }
}
