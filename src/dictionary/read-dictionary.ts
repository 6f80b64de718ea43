import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isRoot, type Dictionary, type Root } from "#science/text/index.ts";
import { readYaml } from "./read-yaml.ts";

const WORDS = z.record(
  z.string(),
  z.string().transform((list) =>
    list
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
);

const RULE = z.object({
  id: z.string(),
  root: z
    .string()
    .refine(isRoot, "expected a root of PLOVER")
    .transform((root): Root => root as Root)
    .nullable(),
  mode: z.string().nullable().default(null),
  patterns: z.array(z.string()).min(1),
  swap: z.boolean().default(false),
  clause: z.boolean().default(false),
  mutual: z.boolean().default(false),
});

const FILES = ["verbs", "nouns", "grammar", "agents", "contexts", "rules", "irregular"] as const;

/** Reads `DIR/<language>/*.yaml`; InputError where a file does not fit. Irregular verbs are optional. */
export function readDictionary(folder: string, language: string): Dictionary {
  const fileOf = (name: string) => path.join(folder, language, `${name}.yaml`);
  const wordsIn = (name: string) => readYaml(fileOf(name), WORDS);
  const irregular = fileOf("irregular");
  return {
    language,
    version: versionOf(language, FILES.map(fileOf)),
    verbs: wordsIn("verbs"),
    nouns: wordsIn("nouns"),
    grammar: wordsIn("grammar"),
    agents: wordsIn("agents"),
    contexts: wordsIn("contexts"),
    rules: readYaml(fileOf("rules"), z.array(RULE)).map(({ clause, ...rule }) => ({
      ...rule,
      takesClause: clause,
    })),
    irregular: existsSync(irregular)
      ? readYaml(irregular, z.array(z.tuple([z.string(), z.string(), z.string()])))
      : [],
  };
}

/** Language and the beginning of the SHA-256 of its files. */
function versionOf(language: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return `${language}-${hash.digest("hex").slice(0, 8)}`;
}
