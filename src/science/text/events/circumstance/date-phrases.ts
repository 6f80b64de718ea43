import {
  dateAt,
  dayAt,
  dayNumberOf,
  latestDate,
  latestMonth,
  latestWeekday,
  monthAt,
  monthOf,
  weekAt,
  weekdayOf,
  yearAt,
  yearOf,
  type DaySpan,
} from "./calendar.ts";
import { loosened } from "./loosened.ts";

/** How a language writes dates: what a phrase looks like, and what it means in a text published on a day; null where it means no day. */
export interface DatePhrase {
  /** A text in which this is not found has no such phrase. */
  readonly cue: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string>>, published: number) => DaySpan | null;
}

const phrase = (pattern: string, read: DatePhrase["read"]): DatePhrase => ({
  cue: loosened(pattern),
  pattern: new RegExp(pattern, "gu"),
  read,
});
const whole = (words: string) => String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`;
const ISO = phrase(String.raw`(?<!\d)(?<iso>(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)`, ({ iso }) => {
  const day = dayNumberOf(iso!);
  return Number.isNaN(day) ? null : dayAt(day);
});

/** Day and month, with a year or the latest one; a last day makes it a span. */
function written(
  month: number,
  { day, last, year, lastYear }: Readonly<Record<string, string>>,
  published: number,
): DaySpan | null {
  const told = toldYear(year, lastYear, published);
  const at = (one: string) =>
    told === null ? latestDate(published, month, Number(one)) : dateAt(told, month, Number(one));
  const from = at(day!);
  const to = last === undefined ? from : at(last);
  return from === null || to === null || to < from ? null : { from, to, precision: "day" };
}

function monthIn(
  month: number,
  { year, lastYear }: Readonly<Record<string, string>>,
  published: number,
): DaySpan {
  const told = toldYear(year, lastYear, published);
  return told === null ? latestMonth(published, month) : monthAt(told, month);
}

function toldYear(year: string | undefined, lastYear: string | undefined, published: number): number | null {
  if (year !== undefined) return Number(year);
  return lastYear === undefined ? null : yearOf(published) - 1;
}

/** What stands for today, yesterday, the week, month and year, so far or before. */
function relative(words: {
  readonly days: readonly (readonly [words: string, before: number])[];
  readonly ago: string;
  readonly weeks: readonly [last: string, current: string];
  readonly months: readonly [last: string, current: string];
  readonly years: readonly [last: string, current: string];
}): DatePhrase[] {
  return [
    ...words.days.map(([text, before]) => phrase(text, (_, published) => dayAt(published - before))),
    phrase(words.ago, ({ count }, published) => dayAt(published - Number(count))),
    ...words.weeks.map((text, at) => phrase(text, (_, published) => weekAt(published, at - 1))),
    ...words.months.map((text, at) =>
      phrase(text, (_, published) => monthAt(yearOf(published), monthOf(published) + at - 1)),
    ),
    ...words.years.map((text, at) => phrase(text, (_, published) => yearAt(yearOf(published) + at - 1))),
  ];
}

/** A phrase with the name of a month or weekday, told by its place in a list of patterns parted by blanks. */
function named(
  names: string,
  pattern: (name: string) => string,
  read: (index: number, groups: Readonly<Record<string, string>>, published: number) => DaySpan | null,
): DatePhrase {
  const all = names.split(" ");
  const each = all.map((name) => new RegExp(`^(?:${name})$`, "u"));
  return phrase(pattern(`(?<word>${all.join("|")})`), (groups, published) =>
    read(
      each.findIndex((one) => one.test(groups["word"]!)),
      groups,
      published,
    ),
  );
}

const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const TO = String.raw`\s?(?:[-–—]|to|and|по|до|и)\s?`;
const DAYS = String.raw`(?<![\d.,])(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?:${TO}(?<last>\d{1,2})(?:st|nd|rd|th)?)?)`;

const EN_MONTHS =
  "Jan(?:uary|\\.)? Feb(?:ruary|\\.)? Mar(?:ch|\\.) Apr(?:il|\\.) May June? July? Aug(?:ust|\\.)? Sept?(?:ember|\\.)? Oct(?:ober|\\.)? Nov(?:ember|\\.)? Dec(?:ember|\\.)?";
const EN_YEAR = String.raw`(?:,?\s(?:${YEAR}|(?:of\s)?(?<lastYear>last\syear)))?`;
const EN_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
const ENGLISH: readonly DatePhrase[] = [
  ISO,
  named(
    EN_MONTHS,
    (name) => String.raw`${DAYS}\s(?:of\s)?${name}${EN_YEAR}(?![\p{L}\d])`,
    (index, groups, published) => written(index + 1, groups, published),
  ),
  named(
    EN_MONTHS,
    (name) =>
      String.raw`(?<!\p{L})${name}\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[-–](?<last>\d{1,2}))?${EN_YEAR}(?![\p{L}\d:])`,
    (index, groups, published) => written(index + 1, groups, published),
  ),
  named(
    EN_MONTHS,
    (name) =>
      String.raw`(?<!\p{L})(?:[Ii]n|[Dd]uring)\s(?:early\s|late\s|mid-)?${name}${EN_YEAR}(?![\p{L}\d])`,
    (index, groups, published) => monthIn(index + 1, groups, published),
  ),
  named(
    EN_WEEKDAYS,
    (day) =>
      `${whole(String.raw`(?:[Oo]n|late|early|this)\s${day}`)}|(?<!\\p{Lu}\\p{L}*\\s)${whole(day)}(?!\\s\\p{Lu})`,
    (weekday, _, published) => dayAt(latestWeekday(published, weekday)),
  ),
  ...relative({
    days: [
      [whole("[Tt]he day before yesterday"), 2],
      [whole("[Yy]esterday"), 1],
      [`${whole("today|tonight")}|^Today`, 0],
    ],
    ago: whole(String.raw`(?<count>\d{1,2})\sdays\sago`),
    weeks: [whole("[Ll]ast week"), whole("[Tt]his week")],
    months: [whole("[Ll]ast month"), whole("[Tt]his month")],
    years: [whole("[Ll]ast year"), whole("[Tt]his year")],
  }),
  phrase(whole(String.raw`(?:[Ii]n|[Dd]uring)\s(?:early\s|late\s|mid-)?${YEAR}`), ({ year }) =>
    yearAt(Number(year)),
  ),
];

const RU_MONTHS =
  "январ[яе] феврал[яе] март[ае] апрел[яе] ма[яе] июн[яе] июл[яе] август[ае] сентябр[яе] октябр[яе] ноябр[яе] декабр[яе]";
const RU_WEEKDAYS = "понедельник вторник среду четверг пятницу субботу воскресенье";
const RU_YEAR = String.raw`(?:\s${YEAR}(?:\s(?:года?|г\.))?|\s(?<lastYear>прошлого\sгода))?`;
const RUSSIAN: readonly DatePhrase[] = [
  ISO,
  phrase(String.raw`(?<!\d)(?<day>\d{1,2})\.(?<month>\d{2})\.${YEAR}(?!\d)`, ({ day, month, year }) => {
    const at = dateAt(Number(year), Number(month), Number(day));
    return at === null ? null : dayAt(at);
  }),
  named(
    RU_MONTHS,
    (name) => String.raw`${DAYS}\s${name}${RU_YEAR}(?![\p{L}\d])`,
    (index, groups, published) => written(index + 1, groups, published),
  ),
  named(
    RU_MONTHS,
    (name) => String.raw`(?<!\p{L})[Вв]\s(?:начале\s|конце\s|середине\s)?${name}${RU_YEAR}(?![\p{L}\d])`,
    (index, groups, published) => monthIn(index + 1, groups, published),
  ),
  named(
    RU_WEEKDAYS,
    (day) => whole(String.raw`[Вв]о?\s(?:этот\s|эту\s|это\s)?${day}`),
    (weekday, _, published) => dayAt(latestWeekday(published, weekday)),
  ),
  ...relative({
    days: [
      [whole("[Пп]озавчера"), 2],
      [whole("[Вв]чера"), 1],
      [whole("[Сс]егодня"), 0],
    ],
    ago: whole(String.raw`(?<count>\d{1,2})\s(?:дня|дней)\sназад`),
    weeks: [whole("[Нн]а (?:прошлой|минувшей) неделе"), whole("[Нн]а этой неделе")],
    months: [whole("[Вв] прошлом месяце"), whole("[Вв] этом месяце")],
    years: [whole("[Вв] прошлом году"), whole("[Вв] этом году")],
  }),
  phrase(whole(String.raw`[Вв]\s(?:начале\s|конце\s)?${YEAR}\sгод[уа]`), ({ year }) => yearAt(Number(year))),
];

const ZH_WEEKDAYS = "一 二 三 四 五 六 [日天]";
const ZH_YEAR = `(?:${YEAR}年|(?<lastYear>去年)|今年)?`;
const ZH_DAY = String.raw`(?<day>\d{1,2})[日号](?:[至到—-](?<last>\d{1,2})[日号])?`;
const CHINESE: readonly DatePhrase[] = [
  ISO,
  phrase(String.raw`${ZH_YEAR}(?<!\d)(?<month>\d{1,2})月${ZH_DAY}`, ({ month, ...groups }, published) =>
    written(Number(month), groups, published),
  ),
  phrase(String.raw`${ZH_YEAR}(?<!\d)(?<month>1[0-2]|[1-9])月(?!\d)`, ({ month, ...groups }, published) =>
    monthIn(Number(month), groups, published),
  ),
  phrase(String.raw`${YEAR}年(?!代)`, ({ year }) => yearAt(Number(year))),
  named(
    ZH_WEEKDAYS,
    (day) => String.raw`上(?:周|星期|礼拜)${day}`,
    (weekday, _, published) => dayAt(published - weekdayOf(published) - 7 + weekday),
  ),
  named(
    ZH_WEEKDAYS,
    (day) => String.raw`(?<!下)(?:本|这)?(?:周|星期|礼拜)${day}`,
    (weekday, _, published) => dayAt(latestWeekday(published, weekday)),
  ),
  phrase(String.raw`(?<![\d月至到])${ZH_DAY}`, (groups, published) => {
    const own = written(monthOf(published), groups, published);
    return own !== null && own.to <= published && published - own.to < 32
      ? own
      : lastMonthDay(groups, published);
  }),
  ...relative({
    days: [
      ["前天", 2],
      ["昨[天日]|昨晚", 1],
      ["今[天日]|今晚", 0],
    ],
    ago: String.raw`(?<count>\d{1,2})天前`,
    weeks: ["上(?:周|星期|礼拜)(?![一二三四五六日天])", "本周(?![一二三四五六日天])"],
    months: ["上个?月", "本月|这个月"],
    years: ["去年", "今年"],
  }),
];

/** 30日 in a text of the 2nd is the 30th of the month before. */
function lastMonthDay(groups: Readonly<Record<string, string>>, published: number): DaySpan | null {
  const month = monthOf(published) === 1 ? 12 : monthOf(published) - 1;
  const own = written(month, groups, published);
  return own !== null && published - own.to < 62 ? own : null;
}

/** Phrases by language; of two that overlap the earlier one in the list counts. */
export const DATE_PHRASES: Readonly<Record<string, readonly DatePhrase[]>> = {
  en: ENGLISH,
  ru: RUSSIAN,
  zh: CHINESE,
};
