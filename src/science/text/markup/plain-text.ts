import { readMarkup, type MarkupNode } from "./markup-tree.ts";

/** Elements that begin a new line of text. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html li legend main menu nav ol optgroup option p pre section " +
    "summary table tbody tfoot thead title tr ul br"
  ).split(" "),
);
/** Elements whose content is no text for a reader. */
export const UNREADABLE = "script style noscript template svg math title select textarea".split(" ");
const UNREAD = new Set([...UNREADABLE, "button"]);

/** A piece of HTML as a reader sees it: one line for each block, spaces collapsed, entities replaced. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return tidyLines(html);
  return textOfNode(readMarkup(html, { xml: false }).root);
}

/** The text of a tree as a reader sees it, one line for each block. */
export function textOfNode(node: MarkupNode): string {
  const parts: string[] = [];
  gather(node, parts);
  return tidyLines(parts.join(""));
}

function gather({ children }: MarkupNode, parts: string[]): void {
  for (const child of children) {
    if (typeof child === "string") parts.push(child.replace(/[\n\r]/g, " "));
    else if (!UNREAD.has(child.name)) {
      const isBlock = BLOCKS.has(child.name);
      if (isBlock) parts.push("\n");
      else if (child.name === "td" || child.name === "th") parts.push("\n");
      gather(child, parts);
      if (isBlock) parts.push("\n");
    }
  }
}

/** Collapses spaces, trims lines and drops empty ones. */
export function tidyLines(text: string): string {
  return text
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}
