import { MARKINGS } from "./observation.ts";
import type { Watch } from "./watch.ts";

type Marking = (typeof MARKINGS)[number];

/** How strictly marked a thing may be and still leave; TLP:RED is for those who were in the room, and never leaves. */
export const CEILINGS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT"] as const;
export type Ceiling = (typeof CEILINGS)[number];

/** What may leave, and how many may not. */
export interface Released<Item> {
  readonly released: readonly Item[];
  readonly withheld: number;
}

/** The one decision on what leaves Tocsin: things marked no more strictly than the ceiling. A marking that is none is too strict. */
export function releaseUnder<Item>(
  ceiling: Ceiling,
  items: readonly Item[],
  markingOf: (item: Item) => string,
): Released<Item> {
  const released = items.filter((item) => isWithin(ceiling, markingOf(item)));
  return { released, withheld: items.length - released.length };
}

/** Whether a marking is no stricter than the ceiling. */
export function isWithin(ceiling: Marking, marking: string): boolean {
  const height = MARKINGS.indexOf(marking as Marking);
  return height >= 0 && height <= MARKINGS.indexOf(ceiling);
}

/** What keeps to both: to what is released, and to what somebody may be shown. */
export function lowerCeiling(release: Ceiling, shown: Marking): Ceiling {
  return CEILINGS.find((ceiling) => ceiling === shown && isWithin(release, ceiling)) ?? release;
}

/** `GREEN` or `TLP:GREEN`, in any case; null for what is no marking. */
export function markingNamed(text: string): Marking | null {
  const name = text.trim().toUpperCase();
  return MARKINGS.find((marking) => marking === name || marking === `TLP:${name}`) ?? null;
}

/** The same, null for TLP:RED as well. */
export function ceilingNamed(text: string): Ceiling | null {
  const marking = markingNamed(text);
  return CEILINGS.find((ceiling) => ceiling === marking) ?? null;
}

/** What a watch is called and asks, where that may leave; else only that this is Tocsin. */
export function headUnder(ceiling: Ceiling, { name, question, marking }: Watch) {
  return isWithin(ceiling, marking)
    ? { name, question, marking }
    : { name: "Tocsin", question: undefined, marking: "TLP:CLEAR" as const };
}

/** `3 observations are marked above TLP:CLEAR and were left out`. */
export function withheldInWords(withheld: number, noun: string, ceiling: Ceiling): string {
  const [are, were] = withheld === 1 ? ["is", "was"] : ["are", "were"];
  return `${withheld} ${noun}${withheld === 1 ? "" : "s"} ${are} marked above ${ceiling} and ${were} left out`;
}
