import type { z } from "zod";
import type { InputIssue } from "#model/input-error.ts";
import { locateYaml } from "./located-yaml.ts";
import type { Located } from "./located.ts";
import { parseLocated } from "./parse-located.ts";
import { readText } from "./read-text.ts";

/** What was read, or null, and everything that is wrong with it. */
export interface Read<T> {
  readonly value: T | null;
  readonly issues: readonly InputIssue[];
}

/** Reads a YAML file by a schema, with the place of each part. */
export function readLocated<S extends z.ZodType>(file: string, schema: S): Read<Located<z.infer<S>>> {
  const { text, issues } = readText(file);
  if (text === null) return { value: null, issues };
  const yaml = locateYaml(file, text);
  const parsed = parseLocated(schema, yaml);
  return parsed.value === null
    ? { value: null, issues: parsed.issues }
    : { value: { value: parsed.value, place: yaml.place }, issues: [] };
}
