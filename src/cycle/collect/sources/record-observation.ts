import { lastDayOf, monthOf, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { CsvRow } from "#science/text/tables/index.ts";
import type { ExtraColumn, RecordCells, RecordColumns } from "./record-columns.ts";

export const ROLES = ["actor", "source", "target"] as const;

/** What a file says of all its rows. */
interface Origin {
  readonly evidence: Observation["evidence"];
  readonly stream: string;
  readonly marking: Observation["marking"];
}

/** What the row says as an observation; the row must be without faults. */
export function observationOf(
  { fields }: CsvRow,
  cells: RecordCells,
  { measures, attributes }: RecordColumns,
  { evidence, stream, marking }: Origin,
): Observation {
  return {
    id: cells.id,
    stream,
    kind: cells.kind,
    claim: cells.claim,
    validFrom: periodStart(cells),
    validTo: cells.date_to || periodEnd(cells),
    precision: cells.precision as Observation["precision"],
    knownAt: cells.known_on,
    actors: actorsOf(cells.actors),
    place: placeOf(cells),
    measures: Object.fromEntries(filled(fields, measures).map(([name, cell]) => [name, Number(cell)])),
    attributes: Object.fromEntries(filled(fields, attributes)),
    grade: {
      reliability: cells.reliability as Observation["grade"]["reliability"],
      credibility: Number(cells.credibility),
    },
    confidence: cells.confidence as Observation["confidence"],
    attribution: cells.attribution === "" ? undefined : cells.attribution,
    verified: cells.verified,
    source: {
      name: cells.source,
      url: cells.url,
      urlKind: cells.url_kind as Observation["source"]["urlKind"],
    },
    marking: (cells.marking as Observation["marking"]) || marking,
    links: linksOf(cells.links),
    evidence,
  };
}

/** A date of month or year precision stands for its whole period. */
export function periodStart({ date, precision }: RecordCells): Day {
  return precision === "year"
    ? `${date.slice(0, 4)}-01-01`
    : precision === "month"
      ? `${monthOf(date)}-01`
      : date;
}

function periodEnd({ date, precision }: RecordCells): Day {
  return precision === "year"
    ? `${date.slice(0, 4)}-12-31`
    : precision === "month"
      ? lastDayOf(monthOf(date))
      : date;
}

/** The parts of a cell that holds a list. */
export function partsOf(cell: string): string[] {
  return cell === "" ? [] : cell.split(";").map((part) => part.trim());
}

export function actorsOf(cell: string): Observation["actors"] {
  return partsOf(cell).map((part) => {
    const [id = "", role = "actor"] = part.split(":");
    return { id, role: role as (typeof ROLES)[number] };
  });
}

function linksOf(cell: string): Observation["links"] {
  return partsOf(cell).map((part) => {
    const [relation, to = ""] = part.split("=");
    return { relation: relation as Observation["links"][number]["relation"], to };
  });
}

function placeOf({ place, lat, lon }: RecordCells): Observation["place"] {
  if (lat !== "") return { name: place, lat: Number(lat), lon: Number(lon) };
  return place === "" ? undefined : { name: place };
}

function filled(fields: readonly string[], columns: readonly ExtraColumn[]): [string, string][] {
  return columns
    .map(({ name, index }): [string, string] => [name, fields[index]!])
    .filter(([, cell]) => cell !== "");
}
