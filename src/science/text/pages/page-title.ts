import { mendText } from "../encodings/mend-text.ts";
import { plainText } from "../markup/plain-text.ts";
import type { PageHead } from "./page-head.ts";

/** Marks that stand in no headline. */
const HARD_SEPARATOR = /\s*[|｜]\s*|_/;
/** A heading that is shorter is the name of the site. */
const LEAST_OF_LONGEST = 0.5;
const SEPARATOR = /\s+[|\-–—·•»«:：_/\\>]+\s+|\s*[|｜_]\s*|_|\s*—\s*/;

/** The headline: as schema.org or Open Graph says it, else the heading that the title repeats, else the title without the site's name. */
export function pageTitle({ title, meta, article, headings }: PageHead): string | null {
  const said = article?.headline ?? meta.get("og:title") ?? meta.get("twitter:title") ?? null;
  const clean = (text: string) => mendText(plainText(text)).replace(/\s+/g, " ").trim();
  const full = clean(said ?? title ?? "");
  const longest = longestPart(full, said === null ? SEPARATOR : HARD_SEPARATOR);
  const tops = headings.map(clean).filter((heading) => heading.length > 3);
  const first = bare(full.split(SEPARATOR, 1)[0]!);
  const isHeadline = (heading: string) =>
    bare(heading) === first || heading.length > LEAST_OF_LONGEST * longest.length;
  const repeated = tops.filter((heading) => bare(full).includes(bare(heading)) && isHeadline(heading));
  if (repeated.length > 0) return repeated.reduce((a, b) => (b.length > a.length ? b : a));
  if (said !== null) return withoutSite(longest, clean(meta.get("og:site_name") ?? "")) || null;
  return longest || tops[0] || null;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function withoutSite(title: string, site: string): string {
  if (site === "" || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  return title.slice(0, title.length - site.length).replace(/[\s|\-–—·•:：_/]+$/, "") || title;
}

/** Of `Headline - Section - Site` the first part, unless another is longer by far. */
function longestPart(title: string, separator: RegExp): string {
  const parts = title.split(separator).filter((part) => part.trim() !== "");
  if (parts.length < 2) return title;
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  const first = parts[0]!;
  return (first.length >= 0.6 * longest.length ? first : longest).trim();
}
