import { criticalWithEstimate } from "#model/critical-in-words.ts";
import { dayInWords } from "#model/day-in-words.ts";
import { estimate, percentInProse as percent } from "#model/percent.ts";
import { sentenceCase } from "#model/sentence-case.ts";
import type { WarningChange } from "#model/warning-change.ts";
import { estimativeWords } from "#science/belief/words.ts";
import type { FeedEntry } from "./feed.ts";

/** What an entry needs besides what it tells. */
export interface Naming {
  /** A UUID that is always the same for the same name. */
  readonly uuidOf: (name: string) => string;
  /** Where the pages are, without a slash at the end. */
  readonly origin: string;
}

/** A change of a warning's state as an entry; a change that moves within its month stays the same entry. */
export function warningEntry(change: WarningChange, { uuidOf, origin }: Naming): FeedEntry {
  const { step, name, warning, scenario } = change;
  const at = `${step.on}T00:00:00.000Z`;
  const query = new URLSearchParams({ warning, asOf: step.on });
  const { p90, p90Low, p90High, withinYear, expected, movedBy, illustrative } = change;
  return {
    id: `urn:uuid:${uuidOf(`warning-change/${warning}/${step.on.slice(0, 7)}`)}`,
    title: `${name}: ${step.from} → ${step.to}`,
    ...{ published: at, updated: at, link: `${origin}/warnings?${query.toString()}` },
    marking: change.marking,
    labels: [step.to, ...(illustrative ? ["illustrative"] : [])],
    paragraphs: changeInWords(change),
    data: {
      ...{ warning, scenario, from: step.from, to: step.to, on: step.on, because: step.because },
      ...{ p90, p90Low, p90High, withinYear, expected, movedBy, illustrative },
    },
  };
}

/** A change as sentences: what changed, how likely the critical point is and when it is expected, and what moved it. */
export function changeInWords(change: WarningChange): string[] {
  const { step, marking, criticalPoint, withinYear, movedBy, illustrative } = change;
  return [
    `${marking}. On ${dayInWords(step.on)} this went from ${step.from} to ${step.to}: ${step.because}.`,
    `Critical point: ${criticalPoint}`,
    `That it is reached now or within 90 days: ${inWords(change)}; within a year: ${percent(withinYear)}.`,
    ...whenExpected(change),
    ...movedBy.map(({ id, claim }, i) => `${i === 0 ? "Moved most by" : "Then by"} ${id}: “${claim}”`),
    ...(illustrative ? ["Illustrative: the watch was written later than this day."] : []),
  ];
}

/** `very likely (84 %, 81–90)`; where one limit says it all, that alone. */
function inWords({ p90, p90Low, p90High }: WarningChange): string {
  const words = estimativeWords(p90, p90Low, p90High);
  return words.includes("%") && !words.includes(" to ")
    ? words
    : `${words} (${estimate(p90, p90Low, p90High)})`;
}

/** Since when it is critical, or the interval in which that is expected, as a sentence; none for what is resolved. */
function whenExpected({ step, critical, expected: { from, median, to } }: WarningChange): string[] {
  if (step.to === "resolved") return [];
  if (critical !== null) return [sentenceCase(`${criticalWithEstimate(critical)}.`)];
  if (from === null) return ["The critical point is not expected within the horizon."];
  const start = from <= step.on ? "now" : dayInWords(from);
  const middle = median === null ? "" : `, in the median ${median <= step.on ? "now" : dayInWords(median)}`;
  const end = to === null ? "beyond the horizon" : dayInWords(to);
  return [`Expected (10–90 %): from ${start}${middle}, to ${end}.`];
}
