import { readDate, type DateRead } from "../dates/read-date.ts";
import type { PageBlock } from "./page-block.ts";
import type { PageHead } from "./page-head.ts";

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "og:published_time",
  "publishdate",
  "publish_date",
  "publish-date",
  "pubdate",
  "publication_date",
  "article.published",
  "article_date_original",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "dcsext.articlefirstpublished",
  "originalpublicationdate",
  "article:published",
  "citation_publication_date",
  "weibo:article:create_at",
  "date",
  "mediator_published_time",
  "ptime",
  "pdate",
  "published_at",
  "datecreated",
];
const MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "last-modified",
  "lastmod",
  "dcterms.modified",
];
const IN_ADDRESS =
  /\/((?:19|20)\d{2})[/\-_.]?(0?[1-9]|1[0-2])(?:[/\-_.]?(0[1-9]|[12]\d|3[01]|[1-9](?=\/)))?(?=[/\-_.]|\D|$)/;

/** Where a page stands, which tells the order of day and month and may tell the day. */
export interface DateContext {
  readonly url: string | null;
  readonly language: string | null;
}

/** The blocks of a page, where its headline stands among them (-1 for nowhere) and where its article does. */
export interface ArticlePlace {
  readonly blocks: readonly PageBlock[];
  readonly headline: number;
  readonly first: number;
  readonly end: number;
}

type Reader = (text: string | null | undefined) => DateRead | null;

/**
 * When a page was published: as its metadata says, else its address, its marked dates or a dated line beside its
 * headline or its article; null where none says. What stands above the headline may be today and is not asked.
 */
export function pageDate(
  head: PageHead,
  place: ArticlePlace,
  { url, language }: DateContext,
): DateRead | null {
  const dayFirst = language !== null && language !== "en" ? { dayFirst: true } : {};
  const read: Reader = (text) => (text ? readDate(text, dayFirst) : null);
  const said = read(head.article?.published) ?? firstOf(PUBLISHED, head, read);
  if (said) return said;
  const found = [...markedDates(head, read), ...linesBeside(place, read)];
  const address = addressDate(url);
  if (address === null) return found[0] ?? firstOf(MODIFIED, head, read);
  const told = address.time.slice(0, address.precision === "day" ? 10 : 7);
  const agreeing = found.find(({ time }) => dayApart(time, address.time) <= 1 || time.startsWith(told));
  return agreeing ?? (address.precision === "day" ? address : (found[0] ?? address));
}

const dayApart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

function markedDates({ times }: PageHead, read: Reader): DateRead[] {
  const ranked = [
    ...times.filter(({ isMarked }) => isMarked),
    ...times.filter(({ isBelowHeadline, isMarked }) => isBelowHeadline && !isMarked),
  ];
  return ranked.map(({ value }) => read(value)).filter(isOfADay);
}

const isOfADay = (date: DateRead | null): date is DateRead =>
  date !== null && date.precision !== "year" && date.precision !== "month";

export function modifiedDate(head: PageHead): DateRead | null {
  return (
    (head.article?.modified ? readDate(head.article.modified) : null) ??
    firstOf(MODIFIED, head, (text) => (text ? readDate(text) : null))
  );
}

function firstOf(
  names: readonly string[],
  { meta }: PageHead,
  read: (text: string | undefined) => DateRead | null,
): DateRead | null {
  for (const name of names) {
    const date = read(meta.get(name));
    if (date && date.precision !== "year") return date;
  }
  return null;
}

const DATED_LINE = 160;
const BLOCKS_ABOVE = 3;
const BLOCKS_BELOW = 12;

/** Dates in short lines: first those beside the headline, then those at the beginning and the end of the article. */
function linesBeside({ blocks, headline, first, end }: ArticlePlace, read: Reader): DateRead[] {
  const from = headline < 0 ? first : headline;
  const near = [
    ...blocks.slice(from, from + BLOCKS_BELOW),
    ...blocks.slice(Math.max(0, from - BLOCKS_ABOVE), from),
    ...blocks.slice(Math.max(from, first - BLOCKS_BELOW), first + 2),
    ...blocks.slice(Math.max(first, end - 3), end + 3),
  ];
  return near
    .flatMap(({ text, linked }) => (linked < 0.8 ? text.split("\n", 4) : []))
    .filter(
      (line) =>
        line.length <= DATED_LINE && /\d{4}|\d\.\d\d\.\d\d/.test(line) && !/©|copyright|\(c\)/i.test(line),
    )
    .map(read)
    .filter(isOfADay);
}

function addressDate(url: string | null): DateRead | null {
  const [, year, month, day] = IN_ADDRESS.exec(url ?? "") ?? [];
  if (year === undefined || month === undefined) return null;
  const pad = (part: string) => part.padStart(2, "0");
  return readDate(day === undefined ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`);
}
