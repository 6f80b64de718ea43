import type { ElementSet } from "../elements/element-set.ts";
import { byMoment, type Approach } from "./approach.ts";
import { indexCatalogue } from "./catalogue-index.ts";
import type { Screening } from "./screening.ts";
import type { Absence } from "./window-screener.ts";

/** Some objects of a catalogue, by number, against all of it. Throws RangeError for a number that is not in it. */
export function screenObjects(
  ids: readonly number[],
  elements: readonly ElementSet[],
  screening: Screening,
): { approaches: Approach[]; absences: (Absence & { id: number })[] } {
  const known = new Map(elements.map((each) => [each.id, each]));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new RangeError(`no element set of object ${missing}`);
  const index = indexCatalogue(elements, screening);
  const sought = new Set(ids);
  const screened = [...sought].map((id) => ({ id, ...index.rescreen(known.get(id)!) }));
  const approaches = screened.flatMap(({ id, approaches: some }) =>
    // A pair of two that are sought is told by the lower number.
    some.filter(({ id1, id2 }) => id1 === id || !sought.has(id1) || !sought.has(id2)),
  );
  const absences = screened.flatMap(({ id, absence }) => (absence ? [{ ...absence, id }] : []));
  return { approaches: approaches.sort(byMoment), absences };
}
