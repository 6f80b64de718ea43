import { rawText, type MarkupNode } from "../markup/markup-tree.ts";
import { ldArticle, type LdArticle } from "./json-ld.ts";

/** What a page says of itself outside its text. */
export interface PageHead {
  readonly title: string | null;
  /** `meta` content by name, property or itemprop, in small letters; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
  readonly base: string | null;
  readonly language: string | null;
  readonly article: LdArticle | null;
  readonly headings: readonly string[];
  /** `time` elements and elements marked as dates, in document order. */
  readonly times: readonly {
    readonly value: string;
    readonly isMarked: boolean;
    readonly isBelowHeadline: boolean;
  }[];
}

const MOST_SCRIPTS = 20;
const MOST_TIMES = 40;

/** Gathers titles, metadata, JSON-LD and marked dates in one walk. */
export function pageHead(root: MarkupNode): PageHead {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  const headings: string[] = [];
  const times: { value: string; isMarked: boolean; isBelowHeadline: boolean }[] = [];
  const found: {
    title: string | null;
    canonical: string | null;
    base: string | null;
    language: string | null;
  } = { title: null, canonical: null, base: null, language: null };

  function visit(node: MarkupNode): void {
    const { attributes } = node;
    if (node.name === "meta") readMeta(attributes, meta);
    else if (node.name === "title") found.title ??= rawText(node).replace(/\s+/g, " ").trim() || null;
    else if (node.name === "link") {
      if (/(?:^|\s)canonical(?:\s|$)/i.test(attributes["rel"] ?? ""))
        found.canonical ??= attributes["href"] ?? null;
    } else if (node.name === "base") found.base ??= attributes["href"] ?? null;
    else if (node.name === "html") found.language ??= attributes["lang"] ?? attributes["xml:lang"] ?? null;
    else if (node.name === "script") {
      if (/ld\+json/i.test(attributes["type"] ?? "") && scripts.length < MOST_SCRIPTS)
        scripts.push(rawText(node));
      return;
    } else if (node.name === "svg" || node.name === "style") return;
    else if (node.name === "h1") headings.push(visibleText(node));
    const time = times.length < MOST_TIMES ? markedTime(node) : null;
    if (time) times.push({ ...time, isBelowHeadline: headings.length > 0 });
    for (const child of node.children) if (typeof child !== "string") visit(child);
  }
  visit(root);
  return { ...found, meta, headings, times, article: ldArticle(scripts) };
}

function readMeta(attributes: MarkupNode["attributes"], meta: Map<string, string>): void {
  const content = attributes["content"]?.trim();
  if (!content) return;
  for (const key of [
    attributes["property"],
    attributes["name"],
    attributes["itemprop"],
    attributes["http-equiv"],
  ]) {
    const name = key?.trim().toLowerCase();
    if (name && !meta.has(name)) meta.set(name, content);
  }
}

const DATE_NAME =
  /(?:^|[\s_-])(?:date|pub-?date|published|publish-?(?:date|time|ed)?|post-?(?:date|time)|pubtime|time|timestamp|dateline|entry-?date|article-?(?:date|time|info)|news-?date|datetime|created|shijian|riqi|data|fecha)(?=$|[\s_-])/i;

/** In every name that DATE_NAME finds; most have none of it. */
const DATE_CUE = /dat[ae]|pub|post|time|info|created|shijian|riqi|fecha/i;

/** Text short enough to be a date line. */
const DATE_LINE = 160;

function markedTime(node: MarkupNode): { value: string; isMarked: boolean } | null {
  const { attributes, name } = node;
  if (name === "meta" || name === "body" || name === "html") return null;
  const { class: classes, id, itemprop, pubdate } = attributes;
  const isBare = classes === undefined && id === undefined && itemprop === undefined && pubdate === undefined;
  if (isBare && name !== "time") return null;
  const isMarked =
    pubdate !== undefined || (itemprop !== undefined && /date(?:published|created)|pubdate/i.test(itemprop));
  if (name === "time" || isMarked) {
    const value = attributes["datetime"] ?? attributes["content"] ?? visibleText(node);
    return value === "" ? null : { value, isMarked };
  }
  const names = `${classes ?? ""} ${id ?? ""}`;
  if (!DATE_CUE.test(names) || !DATE_NAME.test(names.replace(/([a-z])([A-Z])/g, "$1-$2"))) return null;
  const value = visibleText(node);
  return value !== "" && value.length <= DATE_LINE ? { value, isMarked: false } : null;
}

const visibleText = (node: MarkupNode): string => {
  const parts: string[] = [];
  const gather = ({ children }: MarkupNode): void => {
    for (const child of children) {
      if (typeof child === "string") parts.push(child);
      else if (child.name !== "script" && child.name !== "style") gather(child);
      if (parts.length > 200) return;
    }
  };
  gather(node);
  return parts.join(" ").replace(/\s+/g, " ").trim();
};
