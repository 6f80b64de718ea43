import { mendText } from "../encodings/mend-text.ts";
import { plainText } from "../markup/plain-text.ts";
import type { PageHead } from "./page-head.ts";

const SEPARATOR = /\s+[|\-–—·•»«:：_/\\>]+\s+|\s*[|｜_]\s*|_|\s*—\s*/;

/** The headline: as schema.org or Open Graph says it, else the heading that the title repeats, else the title without the site's name. */
export function pageTitle({ title, meta, article, headings }: PageHead): string | null {
  const said = article?.headline ?? meta.get("og:title") ?? meta.get("twitter:title") ?? null;
  const clean = (text: string) => mendText(plainText(text)).replace(/\s+/g, " ").trim();
  const tops = headings.map(clean).filter((heading) => heading.length > 3);
  const full = clean(said ?? title ?? "");
  const repeated = tops.find((heading) => bare(full).includes(bare(heading)) && bare(heading).length > 4);
  if (repeated !== undefined) return repeated;
  if (said !== null) return withoutSite(full, clean(meta.get("og:site_name") ?? "")) || null;
  if (tops.length === 1 && full === "") return tops[0]!;
  return longestPart(full) || tops[0] || null;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function withoutSite(title: string, site: string): string {
  if (site === "" || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  return title.slice(0, title.length - site.length).replace(/[\s|\-–—·•:：_/]+$/, "") || title;
}

/** Of `Headline - Section - Site` the longest part, where the rest is shorter by far. */
function longestPart(title: string): string {
  const parts = title.split(SEPARATOR).filter((part) => part.trim() !== "");
  if (parts.length < 2) return title;
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  const first = parts[0]!;
  return (first.length >= 0.6 * longest.length ? first : longest).trim();
}
