import { readDate } from "../dates/read-date.ts";
import { isChromeLine, isStopLine } from "./chrome-lines.ts";
import type { PageBlock } from "./page-block.ts";
import { weightOf } from "./page-blocks.ts";

const MARK_END = /[.!?…。！？"'»”’)）」』:：]\s*$/;

/** The text of an article from the blocks of its region: what is chrome, caption or a list of links is left out. */
export function bodyText(blocks: readonly PageBlock[], title: string | null): string {
  const kept = blocks.slice(0, stopAt(blocks)).filter((block) => isText(block));
  const prose = kept.map((block) => block.worth > 0);
  const first = firstText(kept, prose, sameWordsAs(title));
  const last = lastText(kept, prose);
  return kept
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join("\n");
}

const ENOUGH_PROSE = 250;
/** Comments may be longer than the article; links to others also stand in its midst. */
const HEADS_COMMENTS = /comment|reply|комментар|评论|評論/i;
/** A heading that counts them tells surely what comes below it. */
const COUNTS_COMMENTS = /^\d+ comments?$|^(?:comments?|комментари[ийев]+|评论|評論) ?[(（]\d+[)）]$/i;

/** The first line that heads comments or other articles, where enough of the prose stands above it. */
function stopAt(blocks: readonly PageBlock[]): number {
  const all = blocks.reduce((sum, { worth }) => sum + Math.max(0, worth), 0);
  let above = 0;
  for (const [i, { worth, text, tag }] of blocks.entries()) {
    const isCount = /^h[2-6]$/.test(tag) && COUNTS_COMMENTS.test(text.trim());
    const share = isCount ? 0 : HEADS_COMMENTS.test(text) ? 0.25 : 0.6;
    if (above > ENOUGH_PROSE && above > share * all && isStopLine(text)) return i;
    above += Math.max(0, worth);
  }
  return blocks.length;
}

function isText({ region, text, weight, linked, tag }: PageBlock): boolean {
  if (region.inChrome) return false;
  if (isChromeLine(text, weight)) return false;
  if (linked > 0.9 && weight < 400) return tag === "p" && MARK_END.test(text) && weight > 60;
  if (linked > 0.55 && weight < 200) return false;
  return /[\p{L}\p{N}]/u.test(text);
}

/** Before the first prose only a heading that is not the title may stand. */
function firstText(
  kept: readonly PageBlock[],
  prose: readonly boolean[],
  saysTitle: (text: string) => boolean,
): number {
  let at = prose.indexOf(true);
  if (at < 0) return 0;
  while (at < kept.length - 1 && saysTitle(kept[at]!.text)) at++;
  while (at > 0 && startsText(kept[at - 1]!, kept[at]!, saysTitle)) at--;
  return at;
}

function startsText(
  { text, weight, tag, linked, region }: PageBlock,
  after: PageBlock,
  saysTitle: (text: string) => boolean,
): boolean {
  if (saysTitle(text)) return false;
  const isBeside = tag === "p" && after.tag === "p" && region.parent === after.region.parent;
  if (isBeside && weight > 40 && linked === 0 && readDate(text) === null) return true;
  return /^(?:p|div|td|blockquote)$/.test(tag) && weight > (tag === "p" ? 25 : 40) && MARK_END.test(text);
}

function lastText(kept: readonly PageBlock[], prose: readonly boolean[]): number {
  let at = prose.lastIndexOf(true);
  if (at < 0) return kept.length - 1;
  while (at + 1 < kept.length && endsText(kept[at + 1]!, kept[at]!)) at++;
  return at;
}

/** After the last prose, short closing paragraphs and the rest of a list. */
function endsText({ tag, text, linked, region }: PageBlock, before: PageBlock): boolean {
  if (tag === "li") return before.tag === "li" && region.parent === before.region.parent && linked < 0.3;
  return tag === "p" && linked < 0.3 && MARK_END.test(text) && region.parent === before.region.parent;
}

const ALIKE = 0.7;

/** Tells of short texts whether they are the same as one of them but for marks, spaces and a little at the end; no text is the same as none. */
export function sameWordsAs(wanted: string | null): (text: string) => boolean {
  if (wanted === null) return () => false;
  const words = bare(wanted);
  return (text) => {
    if (text.length > 4 * wanted.length + 20 || text.length <= ALIKE * words.length) return false;
    const first = FIRST_LETTER.exec(text)?.[0].toLowerCase();
    if (first === undefined || !words.startsWith(first[0]!)) return false;
    const own = bare(text);
    if (own === words) return true;
    const isBeginning = words.startsWith(own) || own.startsWith(words);
    const [shorter, longer] = [own.length, words.length].toSorted((a, b) => a - b);
    return isBeginning && shorter! > ALIKE * longer! && weightOf(text) < 200;
  };
}

const FIRST_LETTER = /[\p{L}\p{N}]/u;
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
