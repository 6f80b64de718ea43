import { addMonths, type Day, isDay, lastDayOf, monthNumber, monthOf } from "#model/day.ts";

/** The days that can be looked from: from the watch's first day until today. */
export interface TimeSpan {
  readonly first: Day;
  readonly today: Day;
}

/** Months from the first one to the month of the day. */
export function stepOf({ first, today }: TimeSpan, day: Day): number {
  const within = day < first ? first : day > today ? today : day;
  return monthNumber(monthOf(within)) - monthNumber(monthOf(first));
}

/** A step stands for the last day of its month; the present month for today. */
export function dayOf({ first, today }: TimeSpan, step: number): Day {
  const end = lastDayOf(addMonths(monthOf(first), step));
  return end > today ? today : end;
}

/** The day so many months on, kept within the span. */
export function stepBy(span: TimeSpan, day: Day, steps: number): Day {
  const last = stepOf(span, span.today);
  return dayOf(span, Math.min(last, Math.max(0, stepOf(span, day) + steps)));
}

/** What is wrong with a typed day, or null. */
export function dayFault({ first, today }: TimeSpan, text: string): string | null {
  if (!isDay(text)) return "Write a day such as 2022-03-01.";
  if (text < first) return `The watch begins on ${first}.`;
  if (text > today) return `Today is ${today}.`;
  return null;
}
