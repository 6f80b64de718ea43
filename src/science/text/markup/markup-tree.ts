import { Parser } from "htmlparser2";

/** One element of a page or feed; text stands between its child elements as strings. */
export interface MarkupNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (MarkupNode | string)[];
}

/** What was read of a document, and whether its tags matched and its bounds were kept. */
export interface MarkupTree {
  readonly root: MarkupNode;
  readonly wellFormed: boolean;
  /** True where the rest was left unread because the document was too long or too many elements. */
  readonly cut: boolean;
}

/** A page needs no more; a hostile one gets no more. */
const MOST_UNITS = 6_000_000;
const MOST_NODES = 400_000;
/** Deeper elements are read as if they stood here. */
const MOST_DEEP = 200;
/** Past this depth reading ends, since the parser's own work grows with the depth. */
const ABYSS = 600;
const MOST_ATTRIBUTES = 60;
/** Of a page's attributes only these tell anything; a feed's are kept as they are. */
const READ_IN_HTML: ReadonlySet<string> = new Set(
  (
    "class id href style role hidden aria-hidden itemprop property name content rel type lang xml:lang datetime pubdate " +
    "http-equiv"
  ).split(" "),
);
/** A record that inherits nothing and is read as quickly as any other object, which one of `Object.create(null)` is not. */
const Attributes = function () {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(new Attributes());

/**
 * Reads HTML or XML, however broken, into a tree of bounded depth and size; names in small letters. Only the
 * predefined and numeric entities are replaced in XML, so no entity a document declares is ever expanded. A document may
 * come in pieces.
 */
export function readMarkup(text: string | readonly string[], { xml }: { readonly xml: boolean }): MarkupTree {
  const root: Opened = { name: "", attributes: NO_ATTRIBUTES, children: [] };
  const open: Opened[] = [root];
  let depth = 0;
  let nodes = 0;
  let attributes = 0;
  let wellFormed = true;
  let cut = false;
  const parser = new Parser(
    {
      onopentagname(name) {
        const node: Opened = { name, attributes: NO_ATTRIBUTES, children: [] };
        depth++;
        attributes = 0;
        open[Math.min(depth, MOST_DEEP + 1) - 1]!.children.push(node);
        open[Math.min(depth, MOST_DEEP + 1)] = node;
        if (++nodes < MOST_NODES && depth < ABYSS) return;
        cut = true;
        parser.pause();
      },
      onattribute(name, value) {
        // A shadow root that a page declares is shown as any other part of it.
        if (name === "shadowrootmode") open[Math.min(depth, MOST_DEEP + 1)]!.name = "div";
        if (++attributes > MOST_ATTRIBUTES || !(xml || READ_IN_HTML.has(name))) return;
        const node = open[Math.min(depth, MOST_DEEP + 1)]!;
        if (node.attributes === NO_ATTRIBUTES) node.attributes = new Attributes();
        node.attributes[name] ??= value;
      },
      ontext(data) {
        const { children } = open[Math.min(depth, MOST_DEEP)]!;
        const last = children.length - 1;
        if (typeof children[last] === "string") children[last] += data;
        else children.push(data);
      },
      onclosetag(_, isImplied) {
        if (isImplied) wellFormed = false;
        depth--;
      },
    },
    { xmlMode: xml, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeCDATA: true },
  );
  let left = MOST_UNITS;
  for (const piece of typeof text === "string" ? [text] : text) {
    parser.write(left < piece.length ? piece.slice(0, left) : piece);
    left -= piece.length;
    if (cut || left < 0) break;
  }
  if (!cut) parser.end();
  return { root, wellFormed: wellFormed && !cut && left >= 0, cut: cut || left < 0 };
}

interface Opened extends MarkupNode {
  name: string;
  attributes: Record<string, string>;
}

/** The child elements of a node, of one name where given. */
export function elementsOf(node: MarkupNode, name?: string): MarkupNode[] {
  return node.children.filter(
    (child): child is MarkupNode => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** All text below a node as it stands in the document. */
export function rawText(node: MarkupNode): string {
  if (node.children.length === 1 && typeof node.children[0] === "string") return node.children[0];
  return node.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}
