import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isRoot, type Dictionary, type Root } from "#science/text/index.ts";
import { readIrregular } from "./read-irregular.ts";
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
  among: z.boolean().default(false),
  countries: z.boolean().default(false),
  told: z.boolean().default(false),
  gratis: z.boolean().default(false),
  byOwner: z.boolean().default(false),
  bends: z.boolean().default(false),
  by: z.enum(["office", "forces"]).nullable().default(null),
  opens: z.boolean().default(false),
});

const FILES = ["verbs", "nouns", "grammar", "agents", "contexts", "rules", "irregular"] as const;

/** Reads `DIR/<language>/*.yaml` and its subjects' folders (`DIR/<language>/space/`), whose rules stand first; InputError where a file does not fit. Irregular verbs are optional. */
export function readDictionary(folder: string, language: string): Dictionary {
  const own = path.join(folder, language);
  const folders = [...subjectsIn(own), own];
  const filesOf = (name: string) =>
    folders
      .map((one) => path.join(one, `${name}.yaml`))
      .filter((file) => path.dirname(file) === own || existsSync(file));
  const wordsIn = (name: string) => mergedWords(filesOf(name).map((file) => readYaml(file, WORDS)));
  return {
    language,
    version: versionOf(language, FILES.flatMap(filesOf)),
    verbs: wordsIn("verbs"),
    nouns: wordsIn("nouns"),
    grammar: wordsIn("grammar"),
    agents: wordsIn("agents"),
    contexts: wordsIn("contexts"),
    rules: filesOf("rules")
      .flatMap((file) => readYaml(file, z.array(RULE)))
      .map(({ clause, countries, ...rule }) => ({ ...rule, takesClause: clause, needsCountries: countries })),
    irregular: readIrregular(folder, language),
  };
}

const subjectsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name))
    .toSorted();

/** Classes of the same name are one. */
function mergedWords(tables: readonly Readonly<Record<string, string[]>>[]): Record<string, string[]> {
  const merged: Record<string, string[]> = {};
  for (const table of tables) {
    for (const [name, words] of Object.entries(table)) merged[name] = [...(merged[name] ?? []), ...words];
  }
  return merged;
}

/** Language and the beginning of the SHA-256 of its files. */
function versionOf(language: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return `${language}-${hash.digest("hex").slice(0, 8)}`;
}
