import type { z } from "zod";
import type { InputIssue } from "#model/input-error.ts";
import { nearest } from "#science/text/tables/index.ts";
import { rightOf, shown } from "./explain-issue.ts";
import type { LocatedYaml } from "./located-yaml.ts";
import type { Path } from "./located.ts";
import { keysAt } from "./schema-keys.ts";

type Issue = z.core.$ZodIssue;

/** The value as the schema reads it, or null and everything that is wrong with it, each at its place. */
export function parseLocated<S extends z.ZodType>(
  schema: S,
  yaml: LocatedYaml,
): { value: z.infer<S> | null; issues: readonly InputIssue[] } {
  if (yaml.issues.length > 0) return { value: null, issues: yaml.issues };
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, issues: [] };
  const faults = parsed.error.issues.flatMap(openUnion);
  const strays = faults.flatMap((fault) => straysOf(fault, schema, yaml.value));
  const misspelt = new Set(strays.map(({ path, meant }) => pathName([...path, meant ?? ""])));
  const others = faults.filter(
    ({ code, path }) => code !== "unrecognized_keys" && !misspelt.has(pathName(path)),
  );
  return {
    value: null,
    issues: [
      ...strays.map((stray) => strayIssue(stray, yaml)),
      ...others.map((fault) => valueIssue(fault, yaml)),
    ],
  };
}

/** `prior.dormant` or `tiers[2].where`. */
function pathName(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** Of the branches of a union, the one that the value was meant for tells what is wrong with it. */
function openUnion(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const isOfType = (branch: readonly Issue[]) =>
    branch.every(({ code, path }) => code !== "invalid_type" || path.length > 0);
  const branch = issue.errors.find(isOfType);
  if (!branch) return [issue];
  return branch.flatMap((inner) => openUnion({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A key that the schema does not know, and the key that may have been meant. */
interface Stray {
  readonly path: Path;
  readonly key: string;
  readonly meant: string | null;
  readonly known: readonly string[];
}

function straysOf(issue: Issue, schema: z.ZodType, value: unknown): Stray[] {
  if (issue.code !== "unrecognized_keys") return [];
  const known = keysAt(schema, issue.path, value);
  const present = Object.keys(valueAt(value, issue.path) ?? {});
  const absent = known.filter((key) => !present.includes(key));
  return issue.keys.map((key) => ({ path: issue.path, key, meant: nearest(key, absent), known }));
}

function strayIssue({ path, key, meant, known }: Stray, yaml: LocatedYaml): InputIssue {
  const right = meant === null ? `expected one of ${known.join(", ")}` : `expected "${meant}"`;
  return { ...yaml.keyPlace([...path, key]), wrong: `unknown key "${key}"`, right };
}

function valueIssue(issue: Issue, yaml: LocatedYaml): InputIssue {
  const { path } = issue;
  const value = valueAt(yaml.value, path);
  const place = yaml.place(path);
  if (value === undefined && path.length > 0) {
    return { ...place, wrong: `no "${String(path.at(-1))}"`, right: rightOf(issue) };
  }
  const name = pathName(typeof path[0] === "number" ? path.slice(1) : path);
  const typo = typeof value === "string" ? nearest(value, wordsOf(issue)) : null;
  const right = typo === null ? rightOf(issue) : `${rightOf(issue)}, perhaps "${typo}"`;
  return {
    ...place,
    wrong: name === "" ? `the file is ${shown(value)}` : `${name} is ${shown(value)}`,
    right,
  };
}

function wordsOf(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" && "options" in issue ? issue.options.map(String) : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, part) =>
      typeof here === "object" && here !== null ? (here as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );
}
