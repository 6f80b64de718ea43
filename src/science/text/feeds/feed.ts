import type { DateRead } from "../dates/read-date.ts";

/** A feed of any format, as its entries. */
export interface Feed {
  readonly format: "rss" | "rdf" | "atom" | "json" | "cdf";
  readonly title: string | null;
  readonly link: string | null;
  /** ISO 639-1, as the feed says. */
  readonly language: string | null;
  readonly updated: string | null;
  readonly entries: readonly FeedEntry[];
  /** False where the document was broken and read as far as it goes. */
  readonly wellFormed: boolean;
  readonly encoding: string;
}

/** One entry; times ISO 8601 UTC with milliseconds, texts without markup, null where the feed says nothing. */
export interface FeedEntry {
  /** The feed's own id, else the link, else the title. */
  readonly id: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly published: string | null;
  /** How finely `published` was told. */
  readonly publishedPrecision: DateRead["precision"] | null;
  readonly updated: string | null;
  readonly summary: string | null;
  readonly content: string | null;
  /** The content, or else the summary, as HTML where it was written so. */
  readonly markup: string | null;
  readonly author: string | null;
  /** Where an aggregated entry says it comes from. */
  readonly source: FeedSource | null;
  /** ISO 639-1: what the words of the entry are in, else what the feed says. */
  readonly language: string | null;
}

export interface FeedSource {
  readonly name: string | null;
  readonly url: string | null;
}

/** Why some bytes are no feed. */
export interface FeedFault {
  readonly wrong: string;
  readonly right: string;
}
