import type { SourceDocument } from "#model/source-document.ts";
import type { ListedLink, ListedTable, Listing } from "#science/text/index.ts";
import type { Question, ReadDocuments, ReplyToRead } from "../network-source.ts";
import { isDayFirst } from "./date-order.ts";
import { addressIn, momentIn, newDocument } from "./new-document.ts";

const MOST_ENTRIES = 60;
/** A title says more than a button. */
const LEAST_TITLE = 16;
const LEAST_WIDE_TITLE = 8;

/**
 * What a page with a list of articles leads to: each as an entry, its tables' rows as records, and the feed it
 * names, which is read instead of guessing links. RangeError where it leads to nothing, as one does that a program in
 * it has yet to write.
 */
export function readPageListing(reply: ReplyToRead, listing: Listing): ReadDocuments {
  const base = baseOf(reply.url, listing);
  const feed = listing.feeds.filter(({ text, href }) => !/comment/i.test(text + href))[0];
  const feedAddress = feed && addressIn(feed.href, base);
  const records = listing.tables.filter(isOfRecords).flatMap((table, i) => rowsOf(reply, table, i));
  const follow: Question[] = feedAddress ? [{ url: new URL(feedAddress), step: "feed" }] : [];
  const entries = feedAddress ? [] : entriesIn(reply, listing, base);
  if (entries.length + records.length + follow.length === 0)
    throw new RangeError("the page leads to no article, table or feed");
  return { documents: [...entries, ...records], rejects: [], follow };
}

function baseOf(url: URL, { base }: Listing): URL {
  return base !== null && URL.canParse(base, url.href) ? new URL(base, url) : url;
}

function entriesIn(reply: ReplyToRead, listing: Listing, base: URL): SourceDocument[] {
  const titles = new Map<string, string>();
  for (const link of listing.links) {
    const url = addressIn(link.href, base);
    if (url === null || !leadsToArticle(link, new URL(url), reply.url)) continue;
    // An article is often linked twice, by its picture and by its title.
    if (link.text.length > (titles.get(url)?.length ?? 0)) titles.set(url, link.text);
  }
  return [...titles].slice(0, MOST_ENTRIES).map(([url, title], index) =>
    newDocument(reply, {
      ...{ form: "entry", kind: "article", title, url, canonical: url },
      published: dayInAddress(url),
      locator: { type: "entry", index },
    }),
  );
}

/** Whether a link on a page of its publisher looks like that of an article: titled, deeper, and dated or worded. */
function leadsToArticle({ text, isAside }: ListedLink, url: URL, page: URL): boolean {
  if (isAside || siteOf(url) !== siteOf(page) || url.pathname === page.pathname) return false;
  const wide = text.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Hangul}/gu)?.length ?? 0;
  if (text.length < LEAST_TITLE && wide < LEAST_WIDE_TITLE) return false;
  if (/\.(pdf|jpe?g|png|gif|zip|mp4|docx?|xlsx?)$/i.test(url.pathname)) return false;
  const last = url.pathname.split("/").filter(Boolean).at(-1) ?? "";
  return (
    /\d{4}/.test(url.href) ||
    last.split(/[-_]/).length >= 3 ||
    /\.s?html?$/.test(last) ||
    /[?&]\w*id=/i.test(url.search)
  );
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^www\d?\./, "");
}

/** Publishers date their addresses: `/2026/11/23/`, `/202611/t20261123_`, `2026-11-23`. */
function dayInAddress(address: string): string | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?!\d)/.exec(address) ?? [];
  return year === undefined ? null : momentIn(`${year}-${month}-${day}`);
}

/** A header that names the columns, and enough rows of that width: no layout, but data. */
function isOfRecords({ header, rows }: ListedTable): boolean {
  const fitting = rows.filter(({ length }) => length === header.length).length;
  return header.length >= 2 && fitting >= 3 && new Set(header).size === header.length;
}

function rowsOf(reply: ReplyToRead, { caption, header, rows }: ListedTable, table: number): SourceDocument[] {
  const fitting = rows.map((cells, i) => ({ cells, line: i + 1, title: cells.find(hasLetter) }));
  const titled = Map.groupBy(fitting, ({ title }) => title);
  const dated = header.flatMap((name, k) => (/date|дата|日期/i.test(name) ? [k] : []));
  const dayFirst = new Map(dated.map((k) => [k, isDayFirst(rows.map((cells) => cells[k] ?? ""))]));
  return fitting.flatMap(({ cells, line, title }) => {
    if (cells.length !== header.length || title === undefined) return [];
    // Rows of one title, as a list of launches has them, are told apart by the rest of them.
    const name = titled.get(title)!.length > 1 ? cells.join(" ") : title;
    const dates = dated.map((k) => momentIn(cells[k]!, dayFirst.get(k)));
    return [
      newDocument(reply, {
        ...{ form: "record", kind: "table-row", name: `${reply.url.pathname} ${table} ${name}`, title },
        text: cells
          .map((cell, k) => (cell === "" ? "" : `${header[k]}: ${cell}`))
          .filter(Boolean)
          .join("\n"),
        published: dates.find((date) => date !== null) ?? null,
        locator: { type: "row", line },
        attributes: {
          ...(caption !== "" && { caption }),
          ...Object.fromEntries(header.map((column, k) => [column || `column ${k + 1}`, cells[k]!])),
        },
      }),
    ];
  });
}

const hasLetter = (cell: string) => /\p{L}/u.test(cell);
