import type { Reject } from "#model/capture.ts";
import type { SpaceObject } from "#model/space-object.ts";
import type { ReadCatalogue } from "./satcat.ts";

const NEEDED = ["Satcat", "Piece", "Type", "Name", "LDate", "DDate", "Owner", "State"];

/**
 * Reads `satcat.tsv` of McDowell's General Catalog of Artificial Space Objects (GCAT): tab-separated, the first line
 * names the columns, further lines with # are remarks, `-` means nothing. The owner is `State:Owner`.
 */
export function readGcat(text: string, capture: string): ReadCatalogue {
  const [first = "", ...lines] = text.split(/\r?\n/);
  const columns = first.replace(/^#/, "").split("\t");
  const reject = (line: number, wrong: string, right: string, of: string): Reject => {
    return { capture, line, column: 1, wrong, right, text: of };
  };
  const missing = NEEDED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const right = `expected a first line with the columns ${NEEDED.join(", ")}`;
    return { objects: [], rejects: [reject(1, `no column "${missing.join(", ")}"`, right, first)] };
  }
  const objects: SpaceObject[] = [];
  const rejects: Reject[] = [];
  for (const [i, line] of lines.entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    const cell = (column: string) => said(cells[columns.indexOf(column)]!);
    if (cells.length !== columns.length) {
      const right = `expected ${columns.length} fields, as in the first line`;
      rejects.push(reject(i + 2, `${cells.length} fields`, right, line));
    } else if (/^\d{1,9}$/.test(cell("Satcat"))) objects.push(objectOf(cell));
    // GCAT lists objects that have no catalogue number too: elements cannot be tied to those.
    else if (cell("Satcat") !== "") {
      const right = 'expected up to nine digits, or "-"';
      rejects.push(reject(i + 2, `Satcat "${cell("Satcat")}"`, right, line));
    }
  }
  return { objects, rejects };
}

function objectOf(cell: (column: string) => string): SpaceObject {
  return {
    id: Number(cell("Satcat")),
    name: cell("Name"),
    designator: cell("Piece"),
    kind: KINDS[cell("Type").charAt(0)] ?? "unknown",
    owner: [cell("State"), cell("Owner")].filter((part) => part !== "").join(":"),
    launchedOn: dayOf(cell("LDate")),
    decayedOn: dayOf(cell("DDate")),
    launchSite: "",
  };
}

const KINDS: Readonly<Record<string, SpaceObject["kind"]>> = {
  P: "payload",
  R: "rocket body",
  C: "debris",
  D: "debris",
};

function said(cell: string): string {
  const text = cell.trim();
  return text === "-" ? "" : text;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `1957 Oct  4 1933?` as 1957-10-04, `1971 Feb` as 1971-02: GCAT writes as much of a date as is known. */
function dayOf(date: string): string {
  const [, year, name, day] = /^(\d{4})(?: +([A-Z][a-z]{2})(?: +(\d{1,2})(?!\d))?)?/.exec(date) ?? [];
  const month = MONTHS.indexOf(name ?? "") + 1;
  const parts = [year, month > 0 ? String(month) : undefined, month > 0 ? day : undefined];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
}
