import { type Offered, versionOf } from "../stix/stix-object.ts";

/** What a client of TAXII 2.1 asks of a collection. */
export interface ObjectsAsked {
  /** Only what was added later than this moment; milliseconds since 1970. */
  readonly addedAfterMs?: number | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  /** `first`, `last`, `all` or the moments of versions. */
  readonly versions: readonly string[];
  readonly limit: number;
  /** Where the page before ended, as it said itself. */
  readonly next?: string | undefined;
}

export interface ObjectsPage {
  readonly objects: readonly Offered[];
  /** Where the next page begins; null where this is the last. */
  readonly next: string | null;
}

/** One page of a collection, in the order in which its objects were added. */
export function selectObjects(offered: readonly Offered[], asked: ObjectsAsked): ObjectsPage {
  const left = withVersions(offered.filter(isMeant(asked)), asked.versions)
    .map((one) => ({ one, place: placeOf(one) }))
    .filter(({ place }) => place > (asked.next ?? ""))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  const page = left.slice(0, asked.limit);
  return {
    objects: page.map(({ one }) => one),
    next: left.length > page.length ? page.at(-1)!.place : null,
  };
}

function isMeant({ addedAfterMs = -Infinity, ids, types }: ObjectsAsked) {
  return ({ object, addedAt }: Offered): boolean =>
    Date.parse(addedAt) > addedAfterMs &&
    (ids?.includes(object.id) ?? true) &&
    (types?.includes(object.type) ?? true);
}

/** Of each object the versions that are wanted. */
function withVersions(offered: readonly Offered[], wanted: readonly string[]): Offered[] {
  if (wanted.includes("all")) return [...offered];
  const moments = new Set(wanted.map((one) => Date.parse(one)));
  const [first, last] = [new Map<string, string>(), new Map<string, string>()];
  for (const { object } of offered) {
    const [version, id] = [versionOf(object), object.id];
    if (version < (first.get(id) ?? "~")) first.set(id, version);
    if (version > (last.get(id) ?? "")) last.set(id, version);
  }
  return offered.filter(({ object }) => {
    const version = versionOf(object);
    return (
      moments.has(Date.parse(version)) ||
      (wanted.includes("last") && version === last.get(object.id)) ||
      (wanted.includes("first") && version === first.get(object.id))
    );
  });
}

function placeOf({ object, addedAt }: Offered): string {
  return `${addedAt} ${object.id} ${versionOf(object)}`;
}
