import type { Capture } from "#model/capture.ts";
import { decodeText, placeAt, type CsvFault, type CsvRow } from "#science/text/tables/index.ts";
import { jsonOf } from "../formats/json-records.ts";
import { REQUIRED_COLUMNS } from "./record-columns.ts";
import { featureSpans, type Span } from "./feature-spans.ts";
import { readRows, type ReadRecord, type RecordContext, type RecordRows } from "./record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A feature as a row of a record, which knows where it stands. */
interface FeatureRow extends CsvRow {
  readonly span: Span;
  readonly column: number;
}

/** What a feature need not say, as a file of rows must. */
const UNSAID: Fields = { precision: "day", place: "", lat: "", lon: "", links: "" };
const A_COLLECTION = "expected a GeoJSON FeatureCollection";
const A_FEATURE = "expected a Feature with properties, and a Point or nothing as its geometry";

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946) whose features carry the columns of a record file as properties and their
 * place as a point. Each one that can be read is an observation; each other one a reject for everything that stops it.
 */
export function readGeojsonRecord(capture: Capture, context: RecordContext): ReadRecord {
  const text = decodeText(capture.bytes);
  if (typeof text !== "string") return nothing(capture, text.wrong);
  const features = featuresIn(text);
  if (typeof features === "string") return nothing(capture, features);
  return readRows(rowsOf(text, features), capture, context);
}

function nothing({ sha256 }: Capture, wrong: string): ReadRecord {
  const reject = { capture: sha256, line: 1, column: 1, wrong, right: A_COLLECTION, text: "" };
  return { observations: [], rejects: [reject] };
}

function featuresIn(text: string): readonly unknown[] | string {
  try {
    const body: unknown = JSON.parse(text);
    if (isFields(body) && body.type === "FeatureCollection" && Array.isArray(body.features))
      return body.features as unknown[];
    return "no FeatureCollection";
  } catch (error) {
    return `no JSON (${error instanceof Error ? error.message : String(error)})`;
  }
}

function rowsOf(text: string, features: readonly unknown[]): RecordRows<FeatureRow> {
  const spans = featureSpans(text);
  const cells = features.map(cellsOf);
  const said = cells.flatMap((cell) => (cell === null ? [] : Object.keys(cell)));
  // Where no feature can be read at all none can lack a column.
  const isAnyRead = cells.some((cell) => cell !== null);
  const names = isAnyRead ? [...new Set([...said, ...Object.keys(UNSAID)])] : REQUIRED_COLUMNS;
  const rows = cells.map((cell, i): FeatureRow | CsvFault => {
    const span = spans[i]!;
    const raw = text.slice(span.from, span.to);
    const place = placeAt(text, span.from);
    if (cell === null) return { ...place, wrong: "this is no such feature", right: A_FEATURE, raw };
    return { ...place, raw, span, fields: names.map((name) => textOf(cell[name])) };
  });
  return {
    header: { line: 1, fields: names, raw: names.join(",") },
    faults: [],
    rows,
    placeOf: ({ line, column }) => ({ line, column }),
    locatorOf: ({ span }) => ({ type: "span", ...span }),
    method: "record-geojson",
  };
}

/** The cells of a feature; null where it is none, or its place is no point. */
function cellsOf(feature: unknown): Fields | null {
  if (!isFields(feature) || feature.type !== "Feature" || !isFields(feature.properties)) return null;
  const id = feature.id === undefined ? {} : { id: feature.id };
  const { geometry } = feature;
  if (geometry === null || geometry === undefined) return { ...UNSAID, ...id, ...feature.properties };
  if (!isFields(geometry) || geometry.type !== "Point" || !Array.isArray(geometry.coordinates)) return null;
  const [lon, lat] = geometry.coordinates as unknown[];
  return { ...UNSAID, ...id, ...feature.properties, lat, lon };
}

/** A list is a cell with semicolons, as in a record file; what is in a list of lists is none. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return (value as unknown[]).map(plainTextOf).join(";");
  return plainTextOf(value);
}

function plainTextOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? jsonOf(value) : String(value as string | number | boolean);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
