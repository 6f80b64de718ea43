import { agencyNamed, creditedAgencies } from "./agency-credit.ts";
import type { Article } from "./article.ts";

/** Why two articles go back to one origin. */
export interface OriginLink {
  readonly from: number;
  readonly to: number;
  readonly because: "canonical" | "credit" | "owner";
  /** The address, agency or owner that both have. */
  readonly by: string;
}

/** Articles that name one page as their original, whatever they tell. `order` is that of first sight. */
export function sharedPages(articles: readonly Article[], order: readonly number[]): OriginLink[] {
  return chained(order, (i) => [pageOf(articles[i]!)], "canonical");
}

/**
 * Within one story: articles that credit one agency, or are the agency's own, and articles of one owner. Two reports
 * that credit Reuters on different days' events have nothing to do with each other, so the story is asked first.
 */
export function sharedOrigins(articles: readonly Article[], story: readonly number[]): OriginLink[] {
  const agencies = (i: number) => {
    const article = articles[i]!;
    const own = [article.publisher, ...(article.knownAs ?? [])].map(agencyNamed);
    return [...own, ...creditedAgencies(article)];
  };
  return [...chained(story, agencies, "credit"), ...chained(story, (i) => [ownerOf(articles[i]!)], "owner")];
}

/** Links each member to the first before it that has the same key. */
function chained(
  members: readonly number[],
  keysOf: (member: number) => readonly (string | undefined)[],
  because: OriginLink["because"],
): OriginLink[] {
  const first = new Map<string, number>();
  return members.flatMap((to) =>
    [...new Set(keysOf(to))].flatMap((by) => {
      if (by === undefined) return [];
      const from = first.get(by);
      if (from === undefined) first.set(by, to);
      return from === undefined ? [] : [{ from, to, because, by }];
    }),
  );
}

/** The page an article says it is, without scheme, `www`, query for tracking, fragment and final slash. */
function pageOf({ canonical, url }: Article): string | undefined {
  const address = canonical ?? url;
  if (address === undefined || address === "") return undefined;
  const bare = address
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, "")
    .replace(/#.*$/, "")
    .replaceAll(/([?&])(?:utm_\w+|fbclid|gclid|yclid|from|ref)=[^&]*/g, "$1")
    .replace(/[?&]+$/, "")
    .replace(/\/(?:amp|index\.html?)?\/?$/, "");
  return bare.includes("/") || bare.includes("?") ? bare : undefined;
}

function ownerOf({ owner, publisher }: Article): string | undefined {
  const name = owner ?? publisher;
  const bare = name
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "");
  return bare === "" ? undefined : bare;
}
