/** Calendar arithmetic on ISO days and months; everything is UTC and no clock is read. */

/** An ISO 8601 calendar day, `2026-11-23`. */
export type Day = string;
/** An ISO 8601 calendar month, `2026-11`. */
export type Month = string;

const MS_PER_DAY = 86_400_000;

/** Whether the text is a day that exists in the Gregorian calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayAt(dayNumber(text)) === text;
}

const counted = new Map<Day, number>();

/** Days since 1970-01-01; NaN for what is no day. Each day is counted once. */
export function dayNumber(day: Day): number {
  const known = counted.get(day);
  if (known !== undefined) return known;
  const number = countDays(day);
  counted.set(day, number);
  return number;
}

/** Hinnant, days_from_civil. */
function countDays(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return (
    year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
  );
}

/** The day that many days after 1970-01-01. */
export function dayAt(number: number): Day {
  return Number.isFinite(number) ? new Date(number * MS_PER_DAY).toISOString().slice(0, 10) : "";
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** Months since 0000-01. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthAt(number: number): Month {
  const year = String(Math.floor(number / 12)).padStart(4, "0");
  return `${year}-${String((number % 12) + 1).padStart(2, "0")}`;
}

export function addMonths(month: Month, months: number): Month {
  return monthAt(monthNumber(month) + months);
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

export function daysIn(month: Month): number {
  return daysBetween(firstDayOf(month), firstDayOf(addMonths(month, 1)));
}

/** All months from the first to the last, both included. */
export function monthsThrough(first: Month, last: Month): Month[] {
  const from = monthNumber(first);
  return Array.from({ length: Math.max(0, monthNumber(last) - from + 1) }, (_, i) => monthAt(from + i));
}

/** The same day so many months earlier, or the last of that month. */
export function monthsBefore(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), -months);
  const [same, last] = [month + day.slice(7), lastDayOf(month)];
  return same <= last ? same : last;
}
