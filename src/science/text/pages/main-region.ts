import type { PageBlock, PageBlocks, PageRegion } from "./page-block.ts";

/** The blocks of an article: from `first` to before `end`. */
export interface ArticleSpan {
  readonly first: number;
  readonly end: number;
}

/** A region that calls itself the body may be worth this much less than the one around it and still be the body. */
const BODY_SHARE = 0.75;
/** An article does not end above its headline. */
const ABOVE_HEADLINE = 0.3;
/** Nor does it begin after other prose that follows the headline. */
const AFTER_OTHER_PROSE = 0.5;
const SKIPPED_PROSE = 150;
/** An article has the words by which the page describes itself, or begins soon after them. */
const WITHOUT_DESCRIPTION = 0.5;
const BLOCKS_TO_DESCRIBED = 12;

/**
 * Where a page has its article: the region of most worth, the innermost of equals, with the lead that may stand
 * between the headline (block number, -1 for none) and it; null without prose. `described` is the block with the words
 * of the page's description, -1 for none.
 */
export function mainSpan(page: PageBlocks, headline: number, described = -1): ArticleSpan | null {
  const region = mainRegion(page, headline, described);
  if (region === null) return null;
  return { first: leadOf(page.blocks, region, headline), end: region.end };
}

function mainRegion({ blocks, regions }: PageBlocks, headline: number, described: number): PageRegion | null {
  const prose = new Float64Array(blocks.length + 1);
  blocks.forEach(({ worth }, i) => (prose[i + 1] = prose[i]! + Math.max(0, worth)));
  let best: PageRegion | null = null;
  let most = 0;
  for (const region of regions) {
    if (region.inChrome || region.worth <= 0) continue;
    const isLate =
      headline >= 0 && region.first > headline && prose[region.first]! - prose[headline]! > SKIPPED_PROSE;
    const factor = region.end <= headline ? ABOVE_HEADLINE : isLate ? AFTER_OTHER_PROSE : 1;
    const isFarFromDescribed =
      described >= 0 && (region.end <= described || region.first > described + BLOCKS_TO_DESCRIBED);
    const worth = factor * (isFarFromDescribed ? WITHOUT_DESCRIPTION : 1) * region.worth;
    if (worth >= most) [best, most] = [region, worth];
  }
  return best === null ? null : (namedBody(best, regions) ?? best);
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

const LEAD_WEIGHT = 80;
const MOST_BLOCKS_TO_LEAD = 12;

/** The first block of prose between the headline and the region, where only a few blocks stand between them. */
function leadOf(blocks: readonly PageBlock[], region: PageRegion, headline: number): number {
  if (headline < 0 || headline >= region.first || region.first - headline > MOST_BLOCKS_TO_LEAD)
    return region.first;
  for (let at = headline + 1; at < region.first; at++) {
    const { worth, linked, tag, region: place } = blocks[at]!;
    const isText = !place.inChrome && !/^(?:li|h\d)$/.test(tag) && !isInHeader(place);
    if (isText && worth > LEAD_WEIGHT && linked < 0.2) return at;
  }
  return region.first;
}

function isInHeader(region: PageRegion): boolean {
  return region.name === "header" || (region.parent !== null && isInHeader(region.parent));
}
