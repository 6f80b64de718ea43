import type { Orbits } from "../sgp4/initialise.ts";
import { findPasses, type Lost, type Pass, type PassQuestion } from "./find-passes.ts";
import { type View, viewAt } from "./view.ts";

/** A pass with what is seen at its highest. */
export interface ListedPass extends Readonly<Pass> {
  readonly view: View;
}

export interface ListedPasses {
  /** By site, in the order in which they rise. */
  readonly passes: readonly ListedPass[];
  readonly lost: readonly Lost[];
}

/** The passes that `findPasses` finds, each with what is seen at its highest. */
export function listPasses(
  orbits: Orbits,
  range: { readonly first: number; readonly end: number },
  question: PassQuestion,
): ListedPasses {
  const passes: ListedPass[] = [];
  const lost = findPasses(orbits, range, question, (pass) => {
    const view = viewAt(orbits, pass.object, question.sites[pass.site]!, pass.peakMs);
    if (view !== null) passes.push({ ...pass, view });
  });
  return { passes: inOrder(passes), lost };
}

export function inOrder(passes: readonly ListedPass[]): ListedPass[] {
  return passes.toSorted((a, b) => a.site - b.site || a.riseMs - b.riseMs || a.object - b.object);
}
