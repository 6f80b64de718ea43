import { type Offered, type StixObject, versionOf } from "./stix-object.ts";

/** The present version of each object that was not revoked, in one bundle. */
export function bundleOf(id: string, offered: readonly Offered[]) {
  const present = new Map<string, StixObject>();
  for (const { object } of offered) {
    const before = present.get(object.id);
    if (before === undefined || versionOf(before) < versionOf(object)) present.set(object.id, object);
  }
  const objects = [...present.values()].filter(({ revoked }) => revoked !== true);
  return { type: "bundle" as const, id, objects };
}
