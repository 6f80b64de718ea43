import { decodePieces } from "../encodings/decode-bytes.ts";
import { mendText } from "../encodings/mend-text.ts";
import { languageCode } from "../feeds/entry-fields.ts";
import { identifyLanguage, type LanguageTieBreak } from "../languages/identify-language.ts";
import { readMarkup } from "../markup/markup-tree.ts";
import { resolveAddress } from "../markup/web-address.ts";
import type { DateRead } from "../dates/read-date.ts";
import { bodyText, sameWordsAs } from "./body-text.ts";
import { mainSpan, type ArticleSpan } from "./main-region.ts";
import type { PageBlock, PageBlocks } from "./page-block.ts";
import { pageBlocks, weightOf } from "./page-blocks.ts";
import { modifiedDate, pageDate } from "./page-date.ts";
import { pageHead, type PageHead } from "./page-head.ts";
import { pageTitle } from "./page-title.ts";
import { statedSpan } from "./stated-body.ts";

/** The article of a web page; null for what it does not tell, times ISO 8601 UTC with milliseconds. */
export interface PageArticle {
  readonly title: string | null;
  /** Paragraphs, one a line, without the title. */
  readonly text: string;
  readonly published: string | null;
  /** How finely `published` was told. */
  readonly publishedPrecision: DateRead["precision"] | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly siteName: string | null;
  /** The page's own address of itself. */
  readonly url: string | null;
  /** ISO 639-1, of the text. */
  readonly lang: string | null;
  /** True where the page was too long or too deep and only its beginning was read. */
  readonly cut: boolean;
}

/** Where a page comes from and what was said of it. */
export interface PageOptions {
  readonly url?: string | null;
  readonly contentType?: string | null;
  readonly tieBreak?: LanguageTieBreak;
}

/**
 * Finds the article in an HTML page, given as bytes in any encoding or as text. Never throws on what the world
 * sends; time and memory grow with the size of the page and end at its bounds.
 */
export function extractPage(
  page: Uint8Array | string,
  { url = null, contentType = null, tieBreak }: PageOptions = {},
): PageArticle {
  const html = typeof page === "string" ? page : decodePieces(page, { contentType }).pieces;
  const { root, cut } = readMarkup(html, { xml: false });
  const head = pageHead(root);
  const title = pageTitle(head);
  const blocks = pageBlocks(root);
  const headline = headlineAt(blocks.blocks, title);
  const span = mainSpan(blocks, headline, describedAt(blocks.blocks, head));
  const text = mendText(articleText(blocks, span, title, head.article?.body ?? null));
  const found = identifyLanguage(text === "" ? (title ?? "") : text, tieBreak);
  const lang = found.language ?? languageCode(head.language);
  const address =
    resolveAddress(head.canonical ?? head.meta.get("og:url") ?? head.article?.url, head.base ?? url) ?? url;
  const published = pageDate(
    head,
    { blocks: blocks.blocks, headline, first: span?.first ?? 0, end: span?.end ?? blocks.blocks.length },
    { url: address, language: lang },
  );
  return {
    title,
    text,
    published: published?.time ?? null,
    publishedPrecision: published?.precision ?? null,
    modified: modifiedDate(head)?.time ?? null,
    author: pageAuthor(head),
    siteName: head.meta.get("og:site_name") ?? head.article?.publisher ?? null,
    url: address,
    lang,
    cut,
  };
}

/** The first block, a heading where there is one, that says the title. */
function headlineAt(blocks: readonly PageBlock[], title: string | null): number {
  const saysTitle = sameWordsAs(title);
  const saying = blocks.flatMap(({ text, tag, linked }, i) =>
    tag !== "li" && saysTitle(text.split("\n", 1)[0]!) ? [{ i, tag, linked }] : [],
  );
  const ranked = [
    saying.find(({ tag }) => tag === "h1"),
    saying.find(({ tag, linked }) => /^h[2-4]$/.test(tag) && linked < 0.5),
    saying.find(({ linked }) => linked < 0.5),
    saying[0],
  ];
  return ranked.find((one) => one !== undefined)?.i ?? -1;
}

const FEWEST_DESCRIBED = 24;

/** The block with prose that begins as the page's description of itself does; -1 for none. */
function describedAt(blocks: readonly PageBlock[], { meta }: PageHead): number {
  const said = bareWords(meta.get("og:description") ?? meta.get("description") ?? "").slice(
    0,
    2 * FEWEST_DESCRIBED,
  );
  if (said.length < FEWEST_DESCRIBED) return -1;
  return blocks.findIndex(
    ({ text, worth, region }) => worth > 0 && !region.inChrome && bareWords(text).includes(said),
  );
}

const bareWords = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The text found in the page, put right by the body that its metadata states. */
function articleText(
  page: PageBlocks,
  span: ArticleSpan | null,
  title: string | null,
  stated: string | null,
): string {
  const found = span === null ? "" : bodyText(page.blocks.slice(span.first, span.end), title);
  const place = statedSpan(page, stated);
  if (stated === null || place === null) return found;
  const isShort = weightOf(found) < 0.6 * weightOf(stated);
  if (place === "nowhere") return isShort ? stated : found;
  const isElsewhere = span === null || place.first >= span.end || place.end <= span.first;
  return isElsewhere || isShort ? stated : found;
}

function pageAuthor({ article, meta }: PageHead): string | null {
  const said =
    article?.author ??
    meta.get("author") ??
    meta.get("article:author") ??
    meta.get("byl") ??
    meta.get("parsely-author") ??
    meta.get("dc.creator") ??
    meta.get("sailthru.author") ??
    null;
  if (said === null || /^https?:/i.test(said)) return null;
  return (
    said
      .replace(/^by\s+/i, "")
      .replace(/\s+/g, " ")
      .trim() || null
  );
}
