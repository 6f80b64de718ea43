import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
} from "yaml";
import type { InputIssue, Place } from "#model/input-error.ts";
import { placeAt } from "#science/text/tables/index.ts";
import type { Path } from "./located.ts";

/** A YAML file as one value, with the place of each of its parts. */
export interface LocatedYaml {
  /** Means nothing where there are issues. */
  readonly value: unknown;
  readonly issues: readonly InputIssue[];
  /** Where the value at the path stands; where there is none, the mapping or list it is missing from. */
  readonly place: (path: Path) => Place;
  /** Where the key that ends the path stands. */
  readonly keyPlace: (path: Path) => Place;
}

interface Fault {
  readonly offset: number;
  readonly wrong: string;
  readonly right: string;
}

/** Reads YAML 1.2, anchors included; `file` is the name that places carry. */
export function locateYaml(file: string, text: string): LocatedYaml {
  const doc = parseDocument(text, { prettyErrors: false });
  const at = (offset: number): Place => ({ file, ...placeAt(text, offset) });
  const syntax = [...syntaxFaults(doc, text), ...aliasFaults(doc)];
  const { value, faults } = syntax.length > 0 ? { value: null, faults: syntax } : valueOf(doc);
  return {
    value,
    issues: faults.map(({ offset, wrong, right }) => ({ ...at(offset), wrong, right })),
    place: (path) => at(nodesAt(doc, path).value?.range?.[0] ?? 0),
    keyPlace: (path) => at(nodesAt(doc, path).key?.range?.[0] ?? 0),
  };
}

/** Keys said twice, and the first thing that cannot be read: what follows it is mostly its echo. */
function syntaxFaults(doc: Document.Parsed, text: string): Fault[] {
  const all = [...doc.errors, ...doc.warnings];
  const first = all.find(({ code }) => code !== "DUPLICATE_KEY");
  return all
    .filter((error) => error === first || error.code === "DUPLICATE_KEY")
    .map(({ code, message, pos: [offset] }) => {
      const known = SYNTAX[code];
      const right = `expected ${known?.right ?? "YAML 1.2"}`;
      const scalar = scalarAround(doc, offset);
      if (code === "DUPLICATE_KEY")
        return { offset, wrong: `a second key "${String(scalar?.value)}"`, right };
      if (code === "MISSING_CHAR" && scalar?.type?.startsWith("QUOTE")) {
        return { offset: scalar.range![0], wrong: "a quote that is never closed", right };
      }
      const wrong = known?.wrong ?? message.charAt(0).toLowerCase() + message.slice(1);
      return tabBefore(text, offset) ?? { offset, wrong, right };
    });
}

/** A tab in the indentation confuses the parser in many ways; the tab itself is what to mend. */
function tabBefore(text: string, offset: number): Fault | null {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const [indentation] = /^[ \t]*/.exec(text.slice(lineStart))!;
  const tab = indentation.indexOf("\t");
  return tab < 0
    ? null
    : { offset: lineStart + tab, wrong: "a tab in the indentation", right: "expected spaces" };
}

/** What the parser's codes mean to the writer of the file. */
const SYNTAX: Partial<Record<string, { wrong?: string; right: string }>> = {
  BAD_DQ_ESCAPE: { right: "\\\\ for a backslash, or single quotes around the text" },
  BAD_SCALAR_START: { right: "quotes around the text" },
  BLOCK_AS_IMPLICIT_KEY: {
    wrong: "a key and a colon inside a value",
    right: "a line of its own, or quotes around a text that holds a colon",
  },
  DUPLICATE_KEY: { right: "each key once" },
  MISSING_CHAR: { right: "its closing mark" },
  MULTIPLE_DOCS: { wrong: "a second document", right: "one document" },
  TAG_RESOLVE_FAILED: { right: "a value without a tag" },
};

function scalarAround(doc: Document, offset: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(doc, {
    Scalar(_key, scalar) {
      const [from = 0, to = 0] = scalar.range ?? [];
      if (from <= offset && offset <= to) found = scalar;
    },
  });
  return found;
}

function aliasFaults(doc: Document): Fault[] {
  const faults: Fault[] = [];
  visit(doc, {
    Alias(_key, alias, around) {
      const target = alias.resolve(doc);
      const isOwn = target !== undefined && around.includes(target);
      if (target !== undefined && !isOwn) return;
      const wrong = isOwn
        ? `"*${alias.source}" inside its own anchor`
        : `"*${alias.source}" without an anchor`;
      faults.push({ offset: alias.range![0], wrong, right: `expected "&${alias.source}" on a value above` });
    },
  });
  return faults;
}

function valueOf(doc: Document): { value: unknown; faults: Fault[] } {
  try {
    return { value: doc.toJS(), faults: [] };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const wrong = "aliases of aliases that grow out of bounds";
    return { value: null, faults: [{ offset: 0, wrong, right: "expected the values written out" }] };
  }
}

/** Follows the path as far as it goes: the last value reached, and the key that led to it. */
function nodesAt(doc: Document, path: Path): { key: Node | null; value: Node | null } {
  let key: Node | null = null;
  let value = doc.contents as Node | null;
  for (const part of path) {
    const parent = isAlias(value) ? value.resolve(doc) : value;
    const pair = isMap<Node, Node | null>(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
      : undefined;
    const item = isSeq<Node>(parent) ? parent.items[Number(part)] : undefined;
    if (!pair && !item) return { key, value };
    [key, value] = pair ? [pair.key, pair.value ?? pair.key] : [item!, item!];
  }
  return { key, value };
}
