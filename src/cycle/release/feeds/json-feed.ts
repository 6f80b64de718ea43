import { htmlOf, type Feed } from "./feed.ts";

export const JSON_FEED = "application/feed+json";

/** A feed as a JSON Feed (https://www.jsonfeed.org/version/1.1/); what machines read of an entry is its `_tocsin`. */
export function jsonFeedOf(feed: Feed) {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: "en",
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      content_html: htmlOf(entry.paragraphs),
      content_text: entry.paragraphs.join("\n\n"),
      date_published: entry.published,
      date_modified: entry.updated,
      tags: [entry.marking, ...entry.labels],
      _tocsin: { marking: entry.marking, ...entry.data },
    })),
  };
}
