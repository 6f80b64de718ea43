import type { Day, Month } from "./day.ts";

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `3 June 2026`. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthInWords(day.slice(0, 7))}`;
}

/** `June 2026`. */
export function monthInWords(month: Month): string {
  return `${MONTH_NAMES[Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`;
}
