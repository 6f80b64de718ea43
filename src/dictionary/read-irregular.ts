import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { readYaml } from "./read-yaml.ts";

const FILE = z.array(z.tuple([z.string(), z.string(), z.string()]));

/** `DIR/<language>/irregular.yaml`: base, past and participle of irregular verbs; none where there is no such file. */
export function readIrregular(folder: string, language: string): [string, string, string][] {
  const file = path.join(folder, language, "irregular.yaml");
  return existsSync(file) ? readYaml(file, FILE) : [];
}
