import { isObject, type Json } from "./json-fields.ts";

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** One thing that a property of an item must be. */
export interface Condition {
  readonly property: string;
  readonly is: Comparison;
  readonly value: number | string;
}

/** The conditions as CQL2 JSON (OGC 21-065r2), null where there are none. */
export function cql2Json(conditions: readonly Condition[]): Json | null {
  const all = conditions.map(({ property, is, value }) => ({ op: is, args: [{ property }, value] }));
  return all.length === 0 ? null : all.length === 1 ? all[0]! : { op: "and", args: all };
}

/** The conditions as CQL2 text. */
export function cql2Text(conditions: readonly Condition[]): string {
  const literal = (value: number | string) =>
    typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
  return conditions.map(({ property, is, value }) => `"${property}" ${is} ${literal(value)}`).join(" AND ");
}

const QUERY_WORDS: Readonly<Record<Comparison, string>> = {
  "=": "eq",
  "<>": "neq",
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
};

/** The conditions in the words of the query extension. */
export function queryWords(conditions: readonly Condition[]): Json {
  const query: Record<string, Record<string, number | string>> = {};
  for (const { property, is, value } of conditions) (query[property] ??= {})[QUERY_WORDS[is]] = value;
  return query;
}

/** Whether an item as it came meets the conditions; one without the property meets none, as in CQL2. */
export function meets(item: unknown, conditions: readonly Condition[]): boolean {
  const properties = isObject(item) && isObject(item.properties) ? item.properties : {};
  return conditions.every(({ property, is, value }) => {
    const got = property === "id" && isObject(item) ? item.id : properties[property];
    if (typeof got !== typeof value) return false;
    const order = got === value ? 0 : (got as number) < (value as number) ? -1 : 1;
    return holdsFor(is, order);
  });
}

function holdsFor(is: Comparison, order: number): boolean {
  if (is === "=") return order === 0;
  if (is === "<>") return order !== 0;
  if (is === "<") return order < 0;
  if (is === "<=") return order <= 0;
  return is === ">" ? order > 0 : order >= 0;
}

/** The conditions of `eo:cloud_cover<=20,platform=sentinel-2a`; null where a part is none. */
export function readConditions(text: string): Condition[] | null {
  const conditions = text.split(",").map((part): Condition | null => {
    const [, property, is, value] = /^\s*([\w:.-]+)\s*(<>|<=|>=|=|<|>)\s*(.+?)\s*$/.exec(part) ?? [];
    if (property === undefined || value === undefined) return null;
    return { property, is: is as Comparison, value: Number.isNaN(Number(value)) ? value : Number(value) };
  });
  return conditions.every((one) => one !== null) ? conditions : null;
}
