import type { ElementFault } from "./element-set.ts";
import type { OmmRecord } from "./omm.ts";

/** The messages of a table whose header row holds the keywords, in any order, quoted or not; of joined tables each has its own. */
export function* ommCsvRecords(text: string): Generator<OmmRecord | ElementFault> {
  const lines = text.split(/\r\n|\n|\r/);
  let columns: ReadonlyMap<string, number> | undefined;
  for (const [at, row] of lines.entries()) {
    if (row.trim() === "") continue;
    const fields = fieldsOf(row);
    if (fields.length === 1 && /NORAD_CAT_ID/.test(row)) {
      const right = "expected commas between columns, and points in numbers";
      return yield { line: at + 1, wrong: "a header of one column", right };
    }
    if (!columns || fields.includes("NORAD_CAT_ID"))
      columns = new Map(fields.map((keyword, i) => [keyword.trim(), i]));
    else if (fields.length !== columns.size) {
      const right = `expected ${columns.size}, as in the header; a field that holds a comma is quoted`;
      yield { line: at + 1, wrong: `${fields.length} fields`, right };
    } else yield recordOf(columns, fields, at + 1);
  }
}

function recordOf(columns: ReadonlyMap<string, number>, fields: readonly string[], line: number): OmmRecord {
  return { line, valueOf: (keyword) => fields[columns.get(keyword) ?? -1] };
}

function fieldsOf(row: string): string[] {
  if (!row.includes('"')) return row.split(",");
  const found = row.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g);
  const fields = Array.from(found, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
  // A pattern that may be empty matches once more where the row has ended.
  return row.endsWith(",") ? fields : fields.slice(0, -1);
}
