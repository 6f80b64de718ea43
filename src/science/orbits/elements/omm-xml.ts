import type { ElementFault } from "./element-set.ts";
import type { OmmRecord } from "./omm.ts";

/** The messages of a navigation data message (CCSDS 505.0-B): the text elements of each `<omm>`, at any depth. */
export function* ommXmlRecords(text: string): Generator<OmmRecord | ElementFault> {
  let values: Map<string, string> | null = null;
  let [line, lineStart, lineEnd, found] = [1, 0, text.indexOf("\n"), 0];
  let start = { line: 1, column: 1 };
  for (const match of text.matchAll(PIECE)) {
    const [, opening, closing, keyword, value] = match;
    if (opening) {
      for (; lineEnd >= 0 && lineEnd < match.index; lineEnd = text.indexOf("\n", lineStart))
        [line, lineStart] = [line + 1, lineEnd + 1];
      if (values) yield unclosed(start);
      [values, start] = [new Map(), { line, column: match.index - lineStart + 1 }];
    } else if (closing && values) {
      found++;
      yield recordOf(values, start);
      values = null;
    } else if (keyword) values?.set(keyword, plainText(value!));
  }
  if (values) yield unclosed(start);
  else if (found === 0) yield { line: 1, wrong: "no <omm> in this XML", right: "expected OMM messages" };
}

/**
 * The beginning of a message, its end, or a keyword and its value. Comments are matched, and passed over, so that nothing
 * within them counts.
 */
const PIECE =
  /<!--[\s\S]*?-->|(<(?:\w+:)?omm\b[^>]*>)|(<\/(?:\w+:)?omm\s*>)|<(?:\w+:)?([A-Z_0-9]+)(?:\s[^>]*)?>([^<]*)<\//g;

type Place = Pick<OmmRecord, "line" | "column">;

const unclosed = (place: Place): ElementFault => ({
  ...place,
  wrong: "an <omm> that is never closed",
  right: "expected </omm>",
});

function recordOf(values: ReadonlyMap<string, string>, place: Place): OmmRecord {
  return { ...place, valueOf: (keyword) => values.get(keyword) };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plainText(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? all;
  });
}
