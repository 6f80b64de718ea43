const DAY_MS = 86_400_000;

/** Milliseconds since 1970 of a day of the year that counts from 1, to a microsecond. */
export function epochOfYearDay(year: number, day: number): number {
  return toMicrosecond(Date.UTC(year, 0, 1) + (day - 1) * DAY_MS);
}

const ISO =
  /^(?<year>\d{4})-(?:(?<month>\d\d)-(?<day>\d\d)|(?<yearDay>\d{3}))[T ](?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d(?:\.\d*)?)(?:Z|\+00:00)?$/;

/** Milliseconds since 1970 of an ISO 8601 UTC time by calendar day or day of year; NaN when it is none. */
export function epochOfIso(text: string): number {
  const parts = ISO.exec(text)?.groups;
  if (!parts) return NaN;
  const [year, hour, minute, second] = [parts.year, parts.hour, parts.minute, parts.second].map(Number);
  const [month, day] = parts.yearDay ? [1, Number(parts.yearDay)] : [Number(parts.month), Number(parts.day)];
  const midnight = Date.UTC(year!, month - 1, day);
  const date = new Date(midnight);
  const isCalendarDay = parts.yearDay
    ? day >= 1 && date.getUTCFullYear() === year
    : date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isCalendarDay || hour! > 23 || minute! > 59 || second! >= 61) return NaN;
  return toMicrosecond(midnight + (hour! * 60 + minute!) * 60_000 + second! * 1000);
}

function toMicrosecond(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
