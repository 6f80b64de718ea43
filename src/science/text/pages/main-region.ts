import type { PageBlock, PageBlocks, PageRegion } from "./page-blocks.ts";

/** A region that calls itself the body may be worth this much less than the one around it and still be the body. */
const BODY_SHARE = 0.75;

/** The region of a page that holds its article: the one of most worth, the innermost of equals; null without prose. */
export function mainRegion({ regions }: PageBlocks): PageRegion | null {
  let best: PageRegion | null = null;
  for (const region of regions) {
    if (!region.inChrome && region.worth > 0 && (best === null || region.worth >= best.worth)) best = region;
  }
  if (best === null) return null;
  return namedBody(best, regions) ?? best;
}

/** The innermost region inside that calls itself the body and holds most of the worth. */
function namedBody(best: PageRegion, regions: readonly PageRegion[]): PageRegion | null {
  let found: PageRegion | null = null;
  for (const region of regions) {
    const isInside = region.first >= best.first && region.end <= best.end;
    if (isInside && region.hint === "body" && region.worth >= BODY_SHARE * best.worth) found = region;
  }
  return found;
}

export function blocksOf({ blocks }: PageBlocks, region: PageRegion): readonly PageBlock[] {
  return blocks.slice(region.first, region.end);
}
