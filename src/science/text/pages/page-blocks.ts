import type { MarkupNode } from "../markup/markup-tree.ts";
import { BLOCKS, tidyLines, UNREADABLE } from "../markup/plain-text.ts";
import { isChromeLine } from "./chrome-lines.ts";
import type { PageBlock, PageBlocks, PageRegion } from "./page-block.ts";
import { regionHint } from "./region-hints.ts";
import { markTeasers } from "./teasers.ts";

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g;
const LETTERS_PER_WIDE = 2.5;
const UNREAD = new Set([...UNREADABLE, "iframe", "canvas", "object"]);
const INLINE_REGION = new Set(["span", "font", "time", "small", "label", "button"]);
const HEADING = /^h[1-6]$/;

interface Run {
  parts: string[];
  length: number;
  linkLength: number;
}

/** Takes a page apart; elements that a reader never sees are left out. */
export function pageBlocks(root: MarkupNode): PageBlocks {
  const blocks: PageBlock[] = [];
  const regions: PageRegion[] = [];
  const run: Run = { parts: [], length: 0, linkLength: 0 };

  function flush(region: PageRegion, tag: string): void {
    if (run.length === 0) return;
    blocks.push(blockOf(region, tag, tidyLines(run.parts.join("")), run.linkLength / run.length));
    run.parts = [];
    run.length = run.linkLength = 0;
  }

  function enter(node: MarkupNode, parent: PageRegion | null, tag: string, inLink: boolean): PageRegion {
    const hint = regionHint(node.name, node.attributes);
    const depth = parent === null ? 0 : parent.depth + 1;
    const region: PageRegion = {
      node,
      name: node.name,
      hint,
      parent,
      inChrome: false,
      depth,
      first: blocks.length,
      end: 0,
      worth: 0,
    };
    regions.push(region);
    walk(node, region, tag, inLink);
    flush(region, tag);
    region.end = blocks.length;
    return region;
  }

  function walk(node: MarkupNode, region: PageRegion, tag: string, inLink: boolean): void {
    for (const child of node.children) {
      if (typeof child === "string") addText(run, child, inLink);
      else if (child.name === "br") addText(run, "\n", inLink);
      else if (UNREAD.has(child.name)) continue;
      else {
        const isBlock = BLOCKS.has(child.name);
        if (isBlock || isRegionInline(child)) {
          flush(region, tag);
          enter(child, region, isBlock ? child.name : tag, inLink);
        } else walk(child, region, tag, inLink || isLink(child));
      }
    }
  }

  enter(root, null, "", false);
  markTeasers(blocks, regions);
  markChrome(blocks, regions);
  for (const block of blocks) {
    if (block.region.inChrome) block.worth = Math.min(0, 0.2 * block.worth);
    for (let at: PageRegion | null = block.region; at; at = at.parent) at.worth += block.worth;
  }
  return { blocks, regions };
}

/** A link with a link inside was never closed. */
function isLink(node: MarkupNode): boolean {
  return node.name === "a" && node.attributes["href"] !== undefined && !hasLink(node);
}

function hasLink(node: MarkupNode): boolean {
  return node.children.some((child) => typeof child !== "string" && (child.name === "a" || hasLink(child)));
}

/** A region that holds this share of the prose of a page is no chrome, whatever it is called. */
const MOST_OF_PAGE = 0.4;
/** Readers' comments, legal notices and teasers may well be longer than the article. */
const ALL_OF_PAGE = 0.85;

/** Nor is one with the headline and this share. */
const SOME_OF_PAGE = 0.2;

function markChrome(blocks: readonly PageBlock[], regions: readonly PageRegion[]): void {
  const prose = new Float64Array(blocks.length + 1);
  blocks.forEach(({ worth }, i) => (prose[i + 1] = prose[i]! + Math.max(0, worth)));
  const all = prose[blocks.length]!;
  const headlines = blocks.flatMap(({ tag, linked }, i) => (tag === "h1" && linked < 0.5 ? [i] : []));
  for (const region of regions) {
    if (region.hint === "chrome" || region.hint === "never body") {
      const share = all === 0 ? 0 : (prose[region.end]! - prose[region.first]!) / all;
      const isHeadlined =
        share > SOME_OF_PAGE && headlines.some((at) => at >= region.first && at < region.end);
      if (isHeadlined || share > (region.hint === "chrome" ? MOST_OF_PAGE : ALL_OF_PAGE)) region.hint = null;
    }
    region.inChrome =
      (region.parent?.inChrome ?? false) || region.hint === "chrome" || region.hint === "never body";
  }
}

function addText(run: Run, text: string, inLink: boolean): void {
  const { length } = text.trim();
  if (length === 0 && run.length === 0) return;
  if (length === 0) run.parts.push(text === "\n" ? text : " ");
  else run.parts.push(/[\n\r]/.test(text) ? text.replace(/[\n\r]/g, " ") : text);
  run.length += length;
  if (inLink) run.linkLength += length;
}

/** Cells, spans that name themselves chrome and links to comments are regions of their own. */
function isRegionInline({ name, attributes }: MarkupNode): boolean {
  if (name === "td" || name === "th") return true;
  if (name === "a") return regionHint(name, attributes) === "never body";
  return INLINE_REGION.has(name) && regionHint(name, attributes) !== null;
}

function blockOf(region: PageRegion, tag: string, text: string, linked: number): PageBlock {
  const weight = weightOf(text);
  return { region, tag, text, weight, linked, worth: worthOf(text, weight, linked, tag) };
}

export function weightOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0) * (LETTERS_PER_WIDE - 1);
}

const SENTENCE = /[.!?…。！？]["'»”’)）」』]*(?=\s|$|[\u3400-\u9fff])|[,;:，；、：—–]/;

function worthOf(text: string, weight: number, linked: number, tag: string): number {
  const plain = weight * (1 - linked);
  const isProse =
    linked < 0.5 &&
    (plain >= (tag === "p" ? 40 : 70) ? SENTENCE.test(text) || (plain > 110 && linked < 0.1) : false);
  if (isProse) return isChromeLine(text, weight) ? 0 : plain;
  if (HEADING.test(tag) && linked < 0.5) return 0;
  return -(linked > 0.5 ? Math.min(weight, 120) : tag === "p" ? 0 : Math.min(weight, 30));
}
