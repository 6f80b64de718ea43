import { createHash } from "node:crypto";
import type { Watch } from "#model/watch.ts";

/**
 * SHA-256 of what an assessment depends on besides observations: the head, its scenarios, indicators and questions.
 * Neither the record files and their spans nor what is collected nor the timeline, the law, the partnership and the activity nor the
 * actors, sources, objects, sites, imagers, threats, claims and rules for reports count, nor the order of keys.
 */
export function watchHash({
  record: _record,
  collect: _collect,
  timeline: _timeline,
  law: _law,
  partnership: _partnership,
  activity: _activity,
  ...rules
}: Omit<
  Watch,
  "hash" | "actors" | "sources" | "objects" | "sites" | "imagers" | "threats" | "claims" | "reports"
>): string {
  return createHash("sha256").update(JSON.stringify(rules, sortedKeys)).digest("hex");
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
