import type { PageBlock, PageRegion } from "./page-block.ts";

const TEASERS_MAKE_A_LIST = 3;
const TEASER_WEIGHT = 700;
const LINKED = 0.8;

/**
 * Finds lists of teasers: three or more neighbours of one kind that each begin with a linked headline (or a linked
 * picture's words) and go on in a few words. What they say belongs to other articles.
 */
export function markTeasers(blocks: readonly PageBlock[], regions: readonly PageRegion[]): void {
  const lists = new Map<PageRegion, Map<string, PageRegion[]>>();
  for (const region of regions) {
    if (region.parent === null || !isTeaser(blocks, region)) continue;
    const kinds = lists.get(region.parent) ?? new Map<string, PageRegion[]>();
    const kind = `${region.name}.${region.node.attributes["class"]?.replace(/\d+/g, "") ?? ""}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), region]);
    lists.set(region.parent, kinds);
  }
  for (const kinds of lists.values()) {
    for (const teasers of kinds.values()) {
      if (teasers.length >= TEASERS_MAKE_A_LIST) for (const teaser of teasers) teaser.hint = "never body";
    }
  }
}

function isTeaser(blocks: readonly PageBlock[], { first, end }: PageRegion): boolean {
  if (end - first < 2 || end - first > 8) return false;
  let weight = 0;
  let isLinked = false;
  for (let i = first; i < end; i++) {
    const block = blocks[i]!;
    weight += block.weight;
    isLinked ||= i < first + 2 && block.linked > LINKED && block.weight > 15;
  }
  return isLinked && weight < TEASER_WEIGHT;
}
