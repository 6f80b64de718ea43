const MONTHS = [
  "jan|янв", "feb|фев", "mar|мар", "apr|апр", "may|ма[йя]", "jun|июн", "jul|июл", "aug|авг", "sep|сен", "oct|окт", "nov|ноя", "dec|дек",
].map((names) => new RegExp(`^(?:${names})`)); // prettier-ignore

const WRITTEN =
  /(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?!\d)|(\d{1,2})月(\d{1,2})日/giu;

/** The days that a text names with their month, as `MM-DD`. */
export function monthDays(text: string): Set<string> {
  const days = new Set<string>();
  for (const [, dayFirst, monthAfter, monthFirst, dayAfter, monthNumber, dayNumber] of text.matchAll(
    WRITTEN,
  )) {
    const named = (monthAfter ?? monthFirst)?.toLowerCase();
    const month =
      named === undefined ? Number(monthNumber) : MONTHS.findIndex((name) => name.test(named)) + 1;
    const day = Number(dayFirst ?? dayAfter ?? dayNumber);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      days.add(`${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
    }
  }
  return days;
}
