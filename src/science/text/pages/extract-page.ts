import { decodeBytes } from "../encodings/decode-bytes.ts";
import { mendText } from "../encodings/mend-text.ts";
import { languageCode } from "../feeds/entry-fields.ts";
import { identifyLanguage, type LanguageTieBreak } from "../languages/identify-language.ts";
import { readMarkup } from "../markup/markup-tree.ts";
import { resolveAddress } from "../markup/web-address.ts";
import type { DateRead } from "../dates/read-date.ts";
import { bodyText, sameWords } from "./body-text.ts";
import { blocksOf, mainRegion } from "./main-region.ts";
import { pageBlocks, type PageBlock, type PageBlocks, type PageRegion } from "./page-blocks.ts";
import { modifiedDate, pageDate, type ArticlePlace } from "./page-date.ts";
import { pageHead, type PageHead } from "./page-head.ts";
import { pageTitle } from "./page-title.ts";

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
  const html = typeof page === "string" ? page : decodeBytes(page, { contentType }).text;
  const { root, cut } = readMarkup(html, { xml: false });
  const head = pageHead(root);
  const title = pageTitle(head);
  const blocks = pageBlocks(root);
  const region = mainRegion(blocks);
  const text = mendText(
    region === null ? (head.article?.body ?? "") : bodyText(blocksOf(blocks, region), title),
  );
  const found = identifyLanguage(text === "" ? (title ?? "") : text, tieBreak);
  const lang = found.language ?? languageCode(head.language);
  const address =
    resolveAddress(head.canonical ?? head.meta.get("og:url") ?? head.article?.url, head.base ?? url) ?? url;
  const published = pageDate(head, articlePlace(blocks, region, title), { url: address, language: lang });
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

function articlePlace({ blocks }: PageBlocks, region: PageRegion | null, title: string | null): ArticlePlace {
  const { first = 0, end = blocks.length } = region ?? {};
  const isHeadline = ({ text, tag }: PageBlock) =>
    title !== null && tag !== "li" && sameWords(text.split("\n", 1)[0]!, title);
  const above = blocks
    .slice(0, end)
    .findLastIndex((block) => isHeadline(block) && /^h[1-3]$/.test(block.tag));
  return { blocks, headline: above >= 0 ? above : blocks.findIndex(isHeadline), first, end };
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
