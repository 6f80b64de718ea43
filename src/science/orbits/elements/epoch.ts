const DAY_MS = 86_400_000;

/** Milliseconds since 1970 of a day of the year that counts from 1, to a microsecond. */
export function epochOfYearDay(year: number, day: number): number {
  return toMicrosecond(Date.UTC(year, 0, 1) + (day - 1) * DAY_MS);
}

const ISO = /^(\d{4})-(?:(\d\d)-(\d\d)|(\d{3}))[T ](\d\d):(\d\d):(\d\d(?:\.\d*)?)(?:Z|\+00:00)?$/;

/** Milliseconds since 1970 of an ISO 8601 UTC time by calendar day or day of year; NaN when it is none. */
export function epochOfIso(text: string): number {
  const parts = ISO.exec(text);
  if (!parts) return NaN;
  const [, year, month, dayOfMonth, yearDay, hour, minute, second] = parts;
  const midnight = Date.UTC(Number(year), yearDay ? 0 : Number(month) - 1, Number(yearDay ?? dayOfMonth));
  const date = new Date(midnight);
  const isCalendarDay = yearDay
    ? Number(yearDay) >= 1 && date.getUTCFullYear() === Number(year)
    : date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(dayOfMonth);
  if (!isCalendarDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 61) return NaN;
  return toMicrosecond(midnight + (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000);
}

function toMicrosecond(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
