import type { ElementFault } from "./element-set.ts";
import type { OmmRecord } from "./omm.ts";

/** The messages of a text of `KEYWORD = value` lines; each begins with CCSDS_OMM_VERS, or where a keyword returns. */
export function* ommKvnRecords(text: string): Generator<OmmRecord | ElementFault> {
  let values = new Map<string, string>();
  let start = 1;
  const lines = text.split(text.includes("\n") ? "\n" : "\r");
  for (let at = 0; at < lines.length; at++) {
    const row = lines[at]!.trim();
    if (row === "" || row.startsWith("COMMENT") || row.startsWith("#")) continue;
    const equals = row.indexOf("=");
    const keyword = row.slice(0, Math.max(equals, 0)).trimEnd();
    if (!/^[A-Z_0-9]+$/.test(keyword)) {
      yield { line: at + 1, wrong: `"${row.slice(0, 40)}"`, right: "expected KEYWORD = value" };
      continue;
    }
    if (keyword === "CCSDS_OMM_VERS" || values.has(keyword)) {
      if (values.size > 0) yield recordOf(values, start);
      values = new Map();
    }
    if (values.size === 0) start = at + 1;
    values.set(keyword, row.slice(equals + 1));
  }
  if (values.size > 0) yield recordOf(values, start);
}

function recordOf(values: ReadonlyMap<string, string>, line: number): OmmRecord {
  return { line, valueOf: (keyword) => values.get(keyword) };
}
