import { escaped, htmlOf, type Feed, type FeedEntry } from "./feed.ts";

export const ATOM = "application/atom+xml";
const TLP_SCHEME = "https://www.first.org/tlp/";

/** A feed as an Atom document (RFC 4287). */
export function atomOf(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.description),
    element("updated", feed.updated),
    `<author>${element("name", feed.author)}</author>`,
    link("self", feed.self, ATOM),
    link("alternate", feed.home, "text/html"),
    ...feed.entries.map(entryOf),
    "</feed>",
    "",
  ].join("\n");
}

function entryOf(entry: FeedEntry): string {
  return [
    "<entry>",
    element("id", entry.id),
    element("title", entry.title),
    element("published", entry.published),
    element("updated", entry.updated),
    link("alternate", entry.link, "text/html"),
    element("rights", entry.marking),
    `<category term="${escaped(entry.marking)}" scheme="${TLP_SCHEME}"/>`,
    ...entry.labels.map((label) => `<category term="${escaped(label)}"/>`),
    `<content type="html">${escaped(htmlOf(entry.paragraphs))}</content>`,
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(relation: string, href: string, type: string): string {
  return `<link rel="${relation}" type="${type}" href="${escaped(href)}"/>`;
}
