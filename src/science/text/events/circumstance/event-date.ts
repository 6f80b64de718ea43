import { dayNumberOf, isoDay, type DaySpan } from "./calendar.ts";
import { DATE_PHRASES, type DatePhrase } from "./date-phrases.ts";
import { isOfClause, isOfStatement } from "./same-clause.ts";

/** When an event was, as its sentence tells it: ISO days, both within. */
export interface EventDate {
  readonly from: string;
  readonly to: string;
  readonly precision: DaySpan["precision"];
}

interface FoundDate {
  readonly at: number;
  readonly end: number;
  /** Null where the phrase is read but is not when something happened. */
  readonly days: DaySpan | null;
}

/** The clause says what is to come: its dates are of what was promised. */
const COMING: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:will|shall|tomorrow|next|until|plans? to|(?:is|are) to|would)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:буд(?:ет|ут)|завтра|следующ\p{L}+|до|намерен\p{L}*|планиру\p{L}+)(?!\p{L})/iu,
  zh: /将|明[天日年]|下(?:周|个?月|星期)|拟|计划于/u,
};
/**
 * When an event was, by the date in its sentence that stands nearest its trigger (UTF-16 offsets), in a text published
 * on an ISO day; null where the sentence tells none, where the date is that of a statement, and where it lies ahead.
 */
export function eventDate(
  text: string,
  language: string,
  trigger: readonly [number, number],
  published: string,
): EventDate | null {
  const dates = DATE_PHRASES[language];
  if (!dates?.cue.test(text)) return null;
  const day = dayNumberOf(published);
  if (Number.isNaN(day)) return null;
  let nearest: DaySpan | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { at, end, days } of datesIn(text, language, dates.phrases, day)) {
    const distance = at >= trigger[1] ? at - trigger[1] : trigger[0] - end;
    if (days === null || distance >= least || !isOfClause(text, language, at, end, trigger)) continue;
    [nearest, least] = [days, distance];
  }
  if (nearest === null || nearest.from > day) return null;
  const { from, to, precision } = nearest;
  return { from: isoDay(from), to: isoDay(Math.min(to, day)), precision };
}

/** Every date, told or not: what a longer phrase takes no shorter one reads again. */
function datesIn(
  text: string,
  language: string,
  phrases: readonly DatePhrase[],
  published: number,
): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { cue, pattern, read } of phrases) {
    if (!cue.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && end > other.at)) continue;
      const isOther =
        isOfStatement(text, language, match.index, end) || isComing(text, language, match.index);
      found.push({ at: match.index, end, days: isOther ? null : read(match.groups ?? {}, published) });
    }
  }
  return found;
}

/** Between the comma before a date and the date. */
function isComing(text: string, language: string, at: number): boolean {
  const clause = text.slice(
    Math.max(...[",", "，", ";", "；"].map((mark) => text.lastIndexOf(mark, at - 1))) + 1,
    at,
  );
  return COMING[language]!.test(clause);
}
