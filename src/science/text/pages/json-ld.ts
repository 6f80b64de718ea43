import { plainText } from "../markup/plain-text.ts";

/** What schema.org data says of the article of a page. */
export interface LdArticle {
  readonly headline: string | null;
  readonly body: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

const ARTICLE =
  /(?:Article|BlogPosting|Posting|Report|NewsStory|WebPage|CreativeWork|Review|LiveBlogPosting)$/;
const MOST_UNITS = 1_000_000;
const MOST_VISITED = 2000;

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The article that the JSON-LD of a page describes, null where there is none that can be read. */
export function ldArticle(scripts: readonly string[]): LdArticle | null {
  const articles = scripts.flatMap((script) => articlesIn(parsed(script)));
  if (articles.length === 0) return null;
  const rank = (bag: Bag) =>
    (textOf(bag["articleBody"]) ? 2 : 0) + (/WebPage$|CreativeWork$/.test(typeOf(bag)) ? 0 : 4);
  const best = articles.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  return articleOf(best);
}

/** Line breaks and stray marks inside JSON are common; a second try is made without them. */
function parsed(script: string): unknown {
  if (script.length > MOST_UNITS) return null;
  const bare = script
    .replace(/^\s*(?:\/\/)?\s*<!(?:--|\[CDATA\[)|(?:\/\/)?\s*(?:--|\]\])>\s*;?\s*$/g, "")
    .trim()
    .replace(/;$/, "");
  for (const text of [bare, bare.replace(/[\n\r\t]+/g, " ").replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      continue;
    }
  }
  return null;
}

function articlesIn(value: unknown): Bag[] {
  const found: Bag[] = [];
  const queue: unknown[] = [value];
  for (let visited = 0; queue.length > 0 && visited < MOST_VISITED; visited++) {
    const next = queue.shift();
    if (Array.isArray(next)) queue.push(...(next as unknown[]).slice(0, 100));
    else if (isBag(next)) {
      if (ARTICLE.test(typeOf(next))) found.push(next);
      queue.push(next["@graph"], next["mainEntity"], next["mainEntityOfPage"]);
    }
  }
  return found;
}

function typeOf(bag: Bag): string {
  const type = bag["@type"];
  return String(Array.isArray(type) ? (type as unknown[])[0] : type);
}

function articleOf(bag: Bag): LdArticle {
  const body = textOf(bag["articleBody"]);
  return {
    headline: textOf(bag["headline"]) ?? textOf(bag["name"]),
    body: body && plainText(/<[a-z/]|&\w+;/i.test(body) ? body : body),
    published: textOf(bag["datePublished"]) ?? textOf(bag["dateCreated"]),
    modified: textOf(bag["dateModified"]),
    author: nameOf(bag["author"]) ?? nameOf(bag["creator"]),
    publisher: nameOf(bag["publisher"]),
    url: textOf(bag["url"]) ?? textOf(bag["mainEntityOfPage"]),
    language: textOf(bag["inLanguage"]),
  };
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = (value as unknown[])
      .slice(0, 8)
      .map(nameOf)
      .filter((name) => name !== null);
    return names.length > 0 ? names.join(", ") : null;
  }
  return isBag(value) ? textOf(value["name"]) : textOf(value);
}

function textOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  return typeof one === "string" && one.trim() !== "" ? one.trim() : null;
}
