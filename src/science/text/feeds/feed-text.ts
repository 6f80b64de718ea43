import { mendText } from "../encodings/mend-text.ts";
import { elementsOf, rawText, type MarkupNode } from "../markup/markup-tree.ts";
import { plainText, textOfNode, tidyLines } from "../markup/plain-text.ts";
import { innerMarkup } from "../markup/write-markup.ts";

/** The first child that has one of the names, in the order of the names. */
export function childNamed(node: MarkupNode, ...names: readonly string[]): MarkupNode | null {
  for (const name of names) {
    const [found] = elementsOf(node, name);
    if (found) return found;
  }
  return null;
}

/** The text of a construct without markup, null for none. */
export function constructText(node: MarkupNode | null): string | null {
  if (node === null) return null;
  const text = hasMarkupInside(node)
    ? textOfNode(node)
    : isPlain(node)
      ? tidyLines(written(node))
      : plainText(written(node));
  return mendText(text) || null;
}

/** The construct as HTML where it was written so, null for plain text. */
export function constructMarkup(node: MarkupNode | null): string | null {
  if (node === null) return null;
  if (hasMarkupInside(node)) return innerMarkup(node);
  const text = written(node);
  return !isPlain(node) && /<[a-z!/]/i.test(text) ? text : null;
}

/** The value of a simple element, trimmed, null for none. */
export function valueOf(node: MarkupNode | null): string | null {
  return node === null ? null : mendText(rawText(node).trim()) || null;
}

const hasMarkupInside = (node: MarkupNode) => elementsOf(node).length > 0;

/** Atom calls text plain by default, but many feeds escape HTML into it all the same. */
function isPlain({ attributes: { type, mode } }: MarkupNode): boolean {
  return (type === "text" || type === "text/plain") && mode !== "escaped";
}

function written(node: MarkupNode): string {
  const text = rawText(node);
  const { mode, type = "" } = node.attributes;
  const isEncoded =
    mode === "base64" ||
    (/\//.test(type) && !/^text\/|xml$|xhtml|html/.test(type) && /^[\sA-Za-z0-9+/=]+$/.test(text));
  if (!isEncoded) return text;
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(text.replace(/\s/g, "")), (one) => one.charCodeAt(0)),
    );
  } catch {
    return text;
  }
}
