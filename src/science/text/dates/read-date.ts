import { withCommonDates } from "./chinese-numerals.ts";
import { MONTH_OF_NAME } from "./month-names.ts";
import { zoneMinutes } from "./time-zones.ts";

/** A moment as a page or feed told it: ISO 8601 UTC with milliseconds, and how finely it was told. */
export interface DateRead {
  readonly time: string;
  readonly precision: "year" | "month" | "day" | "minute" | "second";
}

const CLOCK = String.raw`(?:[T\s,]|в|um|at|à|&nbsp;|[|–—-]|\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?|о|год[а]?|г\.?|р\.?)*(上午|下午|晚上|凌晨|中午|午前|午後|오전|오후)?\s*(?:(\d{1,2})(?::|時|时|点|點|h|시\s?)(\d{2})[分분]?(?::?(\d{2})(?:[.,]\d+)?秒?)?)\s*([ap]\.?m\.?)?`;
/** An offset of hours alone is told from a span (`10:00-12`) by the seconds, or the T, before it. */
const HOURS_EAST = String.raw`(?<=:\d{2}:\d{2}(?:[.,]\d+)?|T\d{2}:\d{2})[+\-−]\d{2}(?!\d)`;
const ZONE = String.raw`\s*\(?([+\-−]\d{1,2}:?\d{2}|${HOURS_EAST}|(?:GMT|UTC)\s*[+\-−]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,4}\b|МСК)?`;
const TAIL = `(?:${CLOCK}${ZONE})?`;
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)((?:19|20)\d{2})(?:\s*[年년]\s*|[-/]|\.\s?)(\d{1,2})(?:\s*[月월]\s*|[-/]|\.\s?)(\d{1,2})(?!\d)\s*[日号號일]?${TAIL}`,
  "iu",
);
const COMPACT =
  /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/;
const NAME = String.raw`([\p{L}]{3,12})`;
const DAY_NAME_YEAR = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|er)?(?:\s+de)?[\s\-/.]+${NAME}\.?(?:\s+de)?[\s\-/.,]+((?:19|20)\d{2}|\d{2})(?!\d)${TAIL}`,
  "iu",
);
const NAME_DAY_YEAR = new RegExp(
  String.raw`(?<!\p{L})${NAME}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)${TAIL}`,
  "iu",
);
const ASCTIME = new RegExp(
  String.raw`(?<!\p{L})${NAME}\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([A-Z]{3,4}|[+-]\d{4})\s+)?((?:19|20)\d{2})(?!\d)`,
  "iu",
);
const DOTTED = new RegExp(
  String.raw`(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d])${TAIL}`,
  "iu",
);
const CLOCK_FIRST = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*\|)?[\s,]+(?=\d)/;
const YEAR_MONTH = /^\s*((?:19|20)\d{2})(?:-(\d{2}))?\s*$/;

interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock?: readonly (string | undefined)[];
}

/**
 * The first date in a text, in the forms of RFC 822, ISO 8601, asctime and of running English, Russian, Chinese and
 * other European text, of Japanese and Korean; null where there is none. A time without a zone is read as UTC; a numeric day and month in
 * doubtful order (03/04/2020) give null unless `dayFirst` says.
 */
export function readDate(text: string, { dayFirst }: { readonly dayFirst?: boolean } = {}): DateRead | null {
  // Full-width digits and signs are digits and signs.
  const head = withCommonDates(text.slice(0, 300).normalize("NFKC"));
  const fields = yearFirst(head) ?? named(head) ?? asctime(head) ?? dotted(head, dayFirst) ?? compact(head);
  if (fields) return momentOf(withClockBefore(fields, head));
  const [, year, month] = YEAR_MONTH.exec(head) ?? [];
  if (year === undefined) return null;
  const read = momentOf({ year: Number(year), month: Number(month ?? 1), day: 1 });
  return read && { ...read, precision: month === undefined ? "year" : "month" };
}

function yearFirst(text: string): Fields | null {
  const [found, year, month, day, ...clock] = YEAR_FIRST.exec(text) ?? [];
  return found === undefined ? null : { year: Number(year), month: Number(month), day: Number(day), clock };
}

function compact(text: string): Fields | null {
  const [found, year, month, day, hour, minute, second, zone] = COMPACT.exec(text) ?? [];
  if (found === undefined) return null;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    clock: [undefined, hour, minute, second, undefined, zone],
  };
}

function named(text: string): Fields | null {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  if (dayFirst && monthOf(dayFirst[2]!)) {
    const [, day, name, year, ...clock] = dayFirst;
    return { year: fullYear(year!), month: monthOf(name!)!, day: Number(day), clock };
  }
  const nameFirst = NAME_DAY_YEAR.exec(text);
  if (!nameFirst || !monthOf(nameFirst[1]!)) return null;
  const [, name, day, year, ...clock] = nameFirst;
  return { year: Number(year), month: monthOf(name!)!, day: Number(day), clock };
}

function asctime(text: string): Fields | null {
  const [, name, day, hour, minute, second, zone, year] = ASCTIME.exec(text) ?? [];
  const month = name === undefined ? undefined : monthOf(name);
  if (month === undefined) return null;
  return {
    year: Number(year),
    month,
    day: Number(day),
    clock: [undefined, hour, minute, second, undefined, zone],
  };
}

function dotted(text: string, dayFirst: boolean | undefined): Fields | null {
  const [found, a = "", mark, b = "", year = "", ...clock] = DOTTED.exec(text) ?? [];
  if (found === undefined || (year.length === 2 && mark !== ".")) return null;
  const isDayFirst = Number(a) > 12 || (Number(b) <= 12 && (dayFirst ?? (mark === "." ? true : undefined)));
  const isMonthFirst = Number(b) > 12 || dayFirst === false || a === b;
  if (!isDayFirst && !isMonthFirst) return null;
  const [day, month] = isDayFirst ? [a, b] : [b, a];
  return { year: fullYear(year), month: Number(month), day: Number(day), clock };
}

/** `15:04, 24 ноября 2019`: the clock stands before the day. */
function withClockBefore(fields: Fields, text: string): Fields {
  if (fields.clock?.[1] !== undefined) return fields;
  const [found, hour, minute, second] = CLOCK_FIRST.exec(text) ?? [];
  return found === undefined ? fields : { ...fields, clock: [undefined, hour, minute, second] };
}

const monthOf = (name: string) => MONTH_OF_NAME.get(name.toLowerCase());
const fullYear = (year: string) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);

function momentOf({ year, month, day, clock = [] }: Fields): DateRead | null {
  const [half, hourText, minute = "0", second, meridiem, zone] = clock;
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (hourText === undefined) return { time: new Date(midnight).toISOString(), precision: "day" };
  const hour = hourOf(Number(hourText), half ?? meridiem);
  if (hour > 24 || Number(minute) > 59) return { time: new Date(midnight).toISOString(), precision: "day" };
  const east = zone === undefined ? 0 : (zoneMinutes(zone) ?? 0);
  const seconds = ((hour * 60 + Number(minute) - east) * 60 + Math.min(59, Number(second ?? 0))) * 1000;
  return {
    time: new Date(midnight + seconds).toISOString(),
    precision: second === undefined ? "minute" : "second",
  };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const isAfternoon = /^p|下午|晚上|午後|오후/i.test(half) || (half === "中午" && hour < 11);
  if (isAfternoon) return hour < 12 ? hour + 12 : hour;
  return /^a|凌晨|上午|午前|오전/i.test(half) && hour === 12 ? 0 : hour;
}
