import type { PageBlocks } from "./page-block.ts";
import { weightOf } from "./page-blocks.ts";
import type { ArticleSpan } from "./main-region.ts";

const PROBES = 12;
const PROBE_UNITS = 32;
const ENOUGH_WEIGHT = 300;

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

/**
 * Where a page has the body that its own metadata states: the blocks between the first and the last that hold a
 * piece of it; "nowhere" where the page does not show it, null where the statement is too short to tell.
 */
export function statedSpan({ blocks }: PageBlocks, stated: string | null): ArticleSpan | "nowhere" | null {
  if (stated === null || weightOf(stated) < ENOUGH_WEIGHT) return null;
  const words = bare(stated);
  const texts = blocks.map(({ text }) => bare(text));
  const found = Array.from({ length: PROBES }, (_, i) => {
    const from = Math.floor((i * (words.length - PROBE_UNITS)) / (PROBES - 1));
    return texts.findIndex((text) => text.includes(words.slice(from, from + PROBE_UNITS)));
  }).filter((at) => at >= 0);
  if (found.length < PROBES / 3) return found.length === 0 ? "nowhere" : null;
  return { first: Math.min(...found), end: Math.max(...found) + 1 };
}
