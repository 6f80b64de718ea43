import type { Reject } from "#model/capture.ts";
import { type ElementSet, readElements } from "#science/orbits/index.ts";

/** Element sets with when they became public. */
export interface ReadElementSets {
  readonly elementSets: readonly { readonly elements: ElementSet; readonly knownAt: string }[];
  readonly rejects: readonly Reject[];
}

/** What to take for the time at which a set became public, where it does not say when it was written. */
export type Published = "epoch" | { readonly at: string };

/**
 * Element sets of any format, told by the content; `capture` is the hash rejects point to. A set that says when it
 * was written was public then; another is taken to have been public at its epoch, or not before `at`.
 */
export function readElementSets(text: string, capture: string, published: Published): ReadElementSets {
  if (text.trim() === "") {
    const right = "expected element sets, in OMM or as two lines";
    const reject = { capture, line: 1, column: 1, wrong: "an empty file", right, text: "" };
    return { elementSets: [], rejects: [reject] };
  }
  const { elements, rejects } = readElements(text, "");
  const lines = rejects.length > 0 ? text.split(/\r?\n/) : [];
  return {
    elementSets: elements.map((each) => ({ elements: each, knownAt: knownAt(each, published) })),
    rejects: rejects.map(({ line, column = 1, wrong, right }) => {
      const said = lines[line - 1]?.slice(column - 1, column - 1 + LONGEST) ?? "";
      return { capture, line, column, wrong, right, text: said };
    }),
  };
}

/** A whole catalogue may stand on one line of JSON. */
const LONGEST = 500;

function knownAt({ createdMs, epochMs }: ElementSet, published: Published): string {
  if (createdMs !== undefined) return new Date(createdMs).toISOString();
  return published === "epoch" ? new Date(epochMs).toISOString() : published.at;
}
