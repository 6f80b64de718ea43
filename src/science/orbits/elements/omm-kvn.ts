import type { ElementFault } from "./element-set.ts";
import type { OmmRecord } from "./omm.ts";

/** The messages of a text of `KEYWORD = value` lines; each begins with CCSDS_OMM_VERS, or where a keyword returns. */
export function* ommKvnRecords(text: string): Generator<OmmRecord | ElementFault> {
  let values = new Map<string, string>();
  let start = 1;
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const row = raw.trim();
    if (row === "" || row.startsWith("COMMENT") || row.startsWith("#")) continue;
    const [, keyword, value] = /^([A-Z_0-9]+)\s*=\s*(.*)$/.exec(row) ?? [];
    if (keyword === undefined || value === undefined) {
      yield { line: at + 1, wrong: `"${row.slice(0, 40)}"`, right: "expected KEYWORD = value" };
      continue;
    }
    if (keyword === "CCSDS_OMM_VERS" || values.has(keyword)) {
      if (values.size > 0) yield recordOf(values, start);
      values = new Map();
    }
    if (values.size === 0) start = at + 1;
    values.set(keyword, value);
  }
  if (values.size > 0) yield recordOf(values, start);
}

function recordOf(values: ReadonlyMap<string, string>, line: number): OmmRecord {
  return { line, valueOf: (keyword) => values.get(keyword) };
}
