/** What something cannot do without: at least so many of those. */
export interface Need {
  readonly least: number;
  readonly of: readonly string[];
}

/** Something that works while it is itself sound and each of its needs is met. */
export interface Dependent {
  readonly id: string;
  readonly needs: readonly Need[];
}

/** Dependents by id, each after all that it needs: a coherent structure in the sense of reliability theory. */
export type Structure = ReadonlyMap<string, Dependent>;

/** Puts dependents into order. RangeError where one needs something unknown, more than there is, or itself. */
export function structureOf(dependents: readonly Dependent[]): Structure {
  const given = new Map(dependents.map((dependent) => [dependent.id, dependent]));
  const ordered = new Map<string, Dependent>();
  const place = (id: string, trail: readonly string[]): void => {
    if (ordered.has(id)) return;
    if (trail.includes(id)) throw new RangeError(`"${id}" depends on itself: ${[...trail, id].join(" → ")}`);
    const dependent = given.get(id);
    if (!dependent) throw new RangeError(`"${trail.at(-1)}" needs "${id}", which is not there`);
    for (const need of dependent.needs) {
      check(id, need);
      for (const needed of need.of) place(needed, [...trail, id]);
    }
    ordered.set(id, dependent);
  };
  for (const { id } of dependents) place(id, []);
  return ordered;
}

function check(id: string, { least, of }: Need): void {
  if (Number.isInteger(least) && least >= 1 && least <= of.length) return;
  throw new RangeError(`"${id}" needs ${least} of ${of.length}; expected from 1 to ${of.length}`);
}
