/** Days of the Gregorian calendar as whole numbers since 1970-01-01, a Thursday. */
const MS_PER_DAY = 86_400_000;

/** From one day to another, both within, as told to a day, week, month or year. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
  readonly precision: "day" | "week" | "month" | "year";
}

/** The number of an ISO day (what follows the day is left out); NaN for what is none. */
export const dayNumberOf = (iso: string): number =>
  /^\d{4}-\d{2}-\d{2}/.test(iso) ? Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY : Number.NaN;

/** An ISO day by its number. */
export const isoDay = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** One day. */
export const dayAt = (day: number): DaySpan => ({ from: day, to: day, precision: "day" });

/** Day, month (from 1) and year as a day; null where there is no such day. */
export function dateAt(year: number, month: number, day: number): number | null {
  const number = Date.UTC(year, month - 1, day) / MS_PER_DAY;
  return monthOf(number) === month && day >= 1 ? number : null;
}

/** Monday to Sunday of the week of a day, so many weeks later. */
export function weekAt(day: number, later: number): DaySpan {
  const from = day - weekdayOf(day) + 7 * later;
  return { from, to: from + 6, precision: "week" };
}

/** A month, from 1; months beyond a year run on into the next. */
export function monthAt(year: number, month: number): DaySpan {
  const [from, next] = [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
  return { from: from / MS_PER_DAY, to: next / MS_PER_DAY - 1, precision: "month" };
}

/** A whole year. */
export function yearAt(year: number): DaySpan {
  return {
    from: Date.UTC(year, 0, 1) / MS_PER_DAY,
    to: Date.UTC(year, 11, 31) / MS_PER_DAY,
    precision: "year",
  };
}

/** 0 Monday to 6 Sunday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The year of a day. */
export const yearOf = (day: number): number => new Date(day * MS_PER_DAY).getUTCFullYear();

/** The month of a day, from 1. */
export const monthOf = (day: number): number => new Date(day * MS_PER_DAY).getUTCMonth() + 1;

/** The latest such date up to a day, where the year is not told; null where there is none. */
export function latestDate(published: number, month: number, day: number): number | null {
  const own = dateAt(yearOf(published), month, day);
  return own !== null && own <= published ? own : dateAt(yearOf(published) - 1, month, day);
}

/** The latest such month that has begun by a day. */
export function latestMonth(published: number, month: number): DaySpan {
  return monthAt(yearOf(published) - (month > monthOf(published) ? 1 : 0), month);
}

/** The latest such weekday up to a day. */
export const latestWeekday = (published: number, weekday: number): number =>
  published - ((weekdayOf(published) - weekday + 7) % 7);
