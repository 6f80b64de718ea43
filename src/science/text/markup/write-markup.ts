import type { MarkupNode } from "./markup-tree.ts";

const EMPTY = new Set([
  "br",
  "hr",
  "img",
  "input",
  "area",
  "base",
  "col",
  "embed",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/** The children of a node as HTML again. */
export function innerMarkup({ children }: MarkupNode): string {
  return children.map((child) => (typeof child === "string" ? escaped(child) : outerMarkup(child))).join("");
}

function outerMarkup(node: MarkupNode): string {
  const name = node.name.slice(node.name.indexOf(":") + 1);
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => !/^xml(ns)?\b/.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', "&quot;")}"`)
    .join("");
  return EMPTY.has(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${innerMarkup(node)}</${name}>`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
