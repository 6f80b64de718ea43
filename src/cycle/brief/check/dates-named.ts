/** Days, months and years as an English text names them. */
import { MONTH_NAMES } from "../phrase.ts";

/** A date as far as the text gives it; the missing parts are null. */
export interface DateNamed {
  readonly text: string;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const MONTH = `(?<month>${MONTH_NAMES.map((name) => (name.length > 4 ? `${name}|${name.slice(0, 3)}\\.?` : name)).join("|")}|Sept\\.?)`;
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "(?<year>(?:1[89]|20)\\d{2})";
/** The order matters: what one form has taken, the next no longer sees. */
const FORMS = [
  `${YEAR}-(?<month>\\d{2})(?:-(?<day>\\d{2}))?`,
  `${DAY} ${MONTH}(?:,? ${YEAR})?`,
  `${MONTH} ${DAY}(?:, ${YEAR})?(?! ?%)`,
  `${MONTH} ${YEAR}`,
  `(?!May\\b)${MONTH}`,
  YEAR,
].map((form) => new RegExp(`(?<![\\p{L}\\d,.-])${form}(?![\\p{L}\\d]|,\\d)`, "gu"));

/** The dates a text names, and the text without them. */
export function takeDates(text: string): { dates: DateNamed[]; rest: string } {
  const dates: DateNamed[] = [];
  let rest = text;
  for (const form of FORMS) {
    rest = rest.replace(form, (...match) => {
      dates.push(dateOf(match[0] as string, match.at(-1) as Record<string, string | undefined>));
      return " ";
    });
  }
  return { dates, rest };
}

function dateOf(text: string, { year, month, day }: Record<string, string | undefined>): DateNamed {
  return {
    text,
    year: year ? Number(year) : null,
    month: month ? monthNumberOf(month) : null,
    day: day ? Number(day) : null,
  };
}

function monthNumberOf(month: string): number {
  const named = MONTH_NAMES.findIndex((name) => name.startsWith(month.slice(0, 3)));
  return named < 0 ? Number(month) : named + 1;
}

/** Whether a date agrees with an ISO day, month or year in every part the text gives. */
export function agrees({ year, month, day }: DateNamed, iso: string): boolean {
  const [isoYear, isoMonth, isoDay] = iso.split("-").map(Number);
  return (year ?? isoYear) === isoYear && (month ?? isoMonth) === isoMonth && (day ?? isoDay) === isoDay;
}
