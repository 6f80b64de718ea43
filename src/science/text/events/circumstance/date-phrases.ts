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
import { anyOf, loosened } from "./loosened.ts";

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
  { year, lastYear, part }: Readonly<Record<string, string>>,
  published: number,
): DaySpan {
  const told = toldYear(year, lastYear, published);
  return partOf(told === null ? latestMonth(published, month) : monthAt(told, month), part);
}

/** Which days of a month its parts are, by how the three languages name them: thirds and halves. */
const PARTS: readonly (readonly [name: RegExp, first: number, last: number])[] = [
  [/first half|первой половине|上半/u, 1, 15],
  [/second half|второй половине|下半/u, 16, 31],
  [/early|beginning|начале|初|上旬/u, 1, 10],
  [/mid|середине|中旬/u, 11, 20],
  [/late|end|конце|底|末|下旬/u, 21, 31],
];

function partOf(month: DaySpan, named: string | undefined): DaySpan {
  const part = named === undefined ? undefined : PARTS.find(([name]) => name.test(named.toLowerCase()));
  if (part === undefined) return month;
  const [, first, last] = part;
  return { from: month.from + first - 1, to: Math.min(month.to, month.from + last - 1), precision: "week" };
}

/** The latest Saturday and Sunday that have begun. */
function latestWeekend(published: number): DaySpan {
  const saturday = latestWeekday(published, 5);
  return { from: saturday, to: saturday + 1, precision: "day" };
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  [
    "a one день неделю одну 一",
    "two два две 两 二",
    "three три 三",
    "four четыре 四",
    "five пять 五",
    "six шесть 六",
    "seven семь 七",
    "ten десять 十",
  ].flatMap((words, i) => words.split(" ").map((word) => [word, i === 7 ? 10 : i + 1] as const)),
);

/** So many days or weeks before; a count that is not written is one. */
function before(count: string | undefined, isWeeks: boolean, published: number): DaySpan {
  const told = count === undefined ? 1 : (COUNTS.get(count.toLowerCase()) ?? Number(count));
  return dayAt(published - told * (isWeeks ? 7 : 1));
}

function toldYear(year: string | undefined, lastYear: string | undefined, published: number): number | null {
  if (year !== undefined) return Number(year);
  return lastYear === undefined ? null : yearOf(published) - 1;
}

/** What stands for today, yesterday, the week, month and year, so far or before. */
function relative(words: {
  readonly days: readonly (readonly [words: string, before: number])[];
  /** With the count in digits or as a word, and weeks where it counts them. */
  readonly ago: string;
  readonly weekend: string;
  readonly endOfLastYear: string;
  readonly weeks: readonly [last: string, current: string];
  readonly months: readonly [last: string, current: string];
  readonly years: readonly [last: string, current: string];
}): DatePhrase[] {
  return [
    ...words.days.map(([text, before]) => phrase(text, (_, published) => dayAt(published - before))),
    phrase(words.ago, ({ count, weeks }, published) => before(count, weeks !== undefined, published)),
    phrase(words.weekend, (_, published) => latestWeekend(published)),
    phrase(words.endOfLastYear, (_, published) => monthAt(yearOf(published) - 1, 12)),
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
const EN_PART = String.raw`(?<part>early\s|late\s|mid-|the\s(?:first\shalf|second\shalf|beginning|end)\sof\s)?`;
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
    (name) => String.raw`(?<!\p{L})(?:[Ii]n|[Dd]uring|[Aa]t)\s${EN_PART}${name}${EN_YEAR}(?![\p{L}\d])`,
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
      [whole(String.raw`[Yy]esterday|[Tt]he (?:previous day|day before(?!\s\p{Ll}))`), 1],
      [`${whole("today|tonight")}|^Today`, 0],
    ],
    ago: whole(
      String.raw`(?<count>\d{1,2}|[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en)\s(?:days?|(?<weeks>weeks?))\s(?:ago|earlier(?!\sthan))`,
    ),
    weekend: whole("[Oo]ver the weekend|[Aa]t the weekend|[Ll]ast weekend|[Tt]his weekend"),
    endOfLastYear: whole("[Aa]t the end of last year|[Ll]ate last year"),
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
    (name) =>
      String.raw`(?<!\p{L})[Вв]о?\s(?<part>(?:первой\sполовине|второй\sполовине|начале|конце|середине)\s)?${name}${RU_YEAR}(?![\p{L}\d])`,
    (index, groups, published) => monthIn(index + 1, groups, published),
  ),
  named(
    RU_WEEKDAYS,
    (day) => whole(String.raw`[Вв]о?\s(?:этот\s|эту\s|это\s|минувш\p{L}+\s|прошл\p{L}+\s)?${day}`),
    (weekday, _, published) => dayAt(latestWeekday(published, weekday)),
  ),
  ...relative({
    days: [
      [whole("[Пп]озавчера"), 2],
      [
        whole(
          String.raw`[Вв]чера|[Нн]акануне(?=\s\p{Lu}|\s(?:вечером|утром|днём|ночью)|[,.]|$)|[Дд]н[её]м (?:ранее|раньше)`,
        ),
        1,
      ],
      [whole("[Сс]егодня"), 0],
    ],
    ago: whole(
      String.raw`(?:(?<count>\d{1,2}|[Дд]ва|[Дд]ве|[Тт]ри|[Чч]етыре|[Пп]ять|[Шш]есть|[Дд]есять)\s)?(?:[Дд]ень|дня|дней|(?<weeks>[Нн]еделю|недели|недель))\s(?:тому\s)?назад`,
    ),
    weekend: whole("[Нн]а (?:минувших |прошлых |этих )?выходных|[Вв] (?:минувшие |прошлые )?выходные"),
    endOfLastYear: whole("[Вв] конце прошлого года"),
    weeks: [whole("[Нн]а (?:прошлой|минувшей) неделе"), whole("[Нн]а этой неделе")],
    months: [whole("[Вв] прошлом месяце|[Вв] минувшем месяце"), whole("[Вв] этом месяце")],
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
  phrase(
    String.raw`${ZH_YEAR}(?<!\d)(?<month>1[0-2]|[1-9])月(?<part>上半月|下半月|[初底末]|[上中下]旬)?(?!\d)`,
    ({ month, ...groups }, published) => monthIn(Number(month), groups, published),
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
      ["昨[天日]|昨晚|前一[天日]", 1],
      ["今[天日]|今晚", 0],
    ],
    ago: String.raw`(?<count>\d{1,2}|[一两二三四五六七十])(?:天|(?<weeks>周|个?星期))前`,
    weekend: "(?<![下])(?:上|本|这)?周末",
    endOfLastYear: "去年年?[底末]",
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

/** How a language writes dates. */
export interface DatePhrases {
  /** A text in which this is not found has none of them. */
  readonly cue: RegExp;
  /** Of two that overlap the earlier one counts. */
  readonly phrases: readonly DatePhrase[];
}

const together = (phrases: readonly DatePhrase[]): DatePhrases => ({
  cue: anyOf(phrases.map(({ cue }) => cue)),
  phrases,
});

/** Phrases by language. */
export const DATE_PHRASES: Readonly<Record<string, DatePhrases>> = {
  en: together(ENGLISH),
  ru: together(RUSSIAN),
  zh: together(CHINESE),
};
