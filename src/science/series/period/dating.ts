/** When something happened, in years of the calendar, and how wide the cell is that it is dated to. */
export interface Dating {
  /** The start of the cell: 1957.0 is the beginning of 1957, to within a day. */
  readonly time: number;
  /** 1 for a year, 1/12 for a month, 1/365.2425 for a day. */
  readonly cell: number;
}

/** Days of a year in the mean: all days are as long, or a cycle of a week would slip at every new year. */
const YEAR_DAYS = 365.2425;
const [EPOCH_YEAR, EPOCH_MS] = [2000, Date.UTC(2000, 0, 1)];
const DAY_MS = 86_400_000;

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/;

/** `1957`, `1957-10` or `1957-10-04` (a time of day is left out) in years; null for what is no date. */
export function datingOf(text: string, precision?: "day" | "month" | "year"): Dating | null {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const parts = [Number(year), Number(month ?? 1), Number(day ?? 1)] as const;
  const at = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  if (at.getUTCMonth() !== parts[1] - 1 || at.getUTCDate() !== parts[2]) return null;
  const stated = day === undefined ? (month === undefined ? "year" : "month") : "day";
  switch (precision ?? stated) {
    case "year":
      return { time: parts[0], cell: 1 };
    case "month":
      return { time: parts[0] + (parts[1] - 1) / 12, cell: 1 / 12 };
    case "day":
      return { time: EPOCH_YEAR + (at.getTime() - EPOCH_MS) / DAY_MS / YEAR_DAYS, cell: 1 / YEAR_DAYS };
  }
}
