import type { Day, Month } from "#model/day.ts";
import { daysBetween } from "#model/day.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A day in prose: `2 November 2026`. */
export function longDay(day: Day): string {
  return `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`;
}

/** A day where space is short: `2 Nov`. */
export function shortDay(day: Day): string {
  return `${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`;
}

/** A month in prose: `November 2026`. */
export function longMonth(month: Month): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

function monthName(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
}

/** A date as exactly as it is known: `2024`, `2024-05`, `2024-05-20`. */
export function asPrecise(day: Day, precision: "day" | "month" | "year"): string {
  return day.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/** Days between two days in words: `today`, `1 day`, `3 months`, `4 years`. */
export function span(from: Day, to: Day): string {
  const days = Math.abs(daysBetween(from, to));
  if (days === 0) return "today";
  if (days < 60) return count(days, "day");
  if (days < 730) return count(Math.round(days / 30.44), "month");
  return count(Math.round(days / 365.25), "year");
}

/** A number with its noun: `1 day`, `3 days`. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString("en-GB").replaceAll(",", "\u202f")} ${n === 1 ? noun : `${noun}s`}`;
}
