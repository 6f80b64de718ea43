import { parseDocument } from "htmlparser2";
import type { Geotransform } from "../raster.ts";
import { type BandNotes, numberIn } from "./band-notes.ts";
import type { Georeference } from "./georeference.ts";
import type { OpenTiff } from "./open-tiff.ts";
import { projectionOfText } from "./projection-file.ts";
import { RasterRefused } from "./raster-refused.ts";

type Node = ReturnType<typeof parseDocument>["children"][number];
type Element = Extract<Node, { readonly attribs: unknown }>;

/**
 * A picture with what GDAL's notes beside it (`picture.tif.aux.xml`, a PAMDataset) say, as GDAL has it: grid,
 * projection, nodata and colours go before the picture's own, scale and offset behind them. Files of another kind say
 * nothing. RasterRefused where they are cut short, hold no number where one is due, or tell bands apart by nodata.
 */
export function withNotesBeside(tiff: OpenTiff, text: string): OpenTiff {
  const root = parseDocument(text, { xmlMode: true }).children.filter(isElement)[0];
  if (root?.name !== "PAMDataset") return tiff;
  if (!text.trimEnd().endsWith("</PAMDataset>") && root.children.length > 0) throw refused("are cut short");
  const bands = childrenNamed(root, "PAMRasterBand");
  const bandAt = (k: number) => bands.find(({ attribs }) => Number(attribs["band"]) === k + 1);
  return {
    ...tiff,
    place: placeWith(tiff.place, root),
    notes: notesWith(
      tiff.notes,
      tiff.notes.scales.map((_, k) => bandAt(k)),
    ),
  };
}

function placeWith(place: Georeference, root: Element): Georeference {
  const system = wordsOf(root, "SRS");
  const numbers = wordsOf(root, "GeoTransform");
  const hasControlPoints = childrenNamed(root, "GCPList").length > 0 || hasEsriControlPoints(root);
  const geotransform = numbers === null ? null : geotransformOf(numbers);
  return {
    ...place,
    ...(system === null ? {} : projectionNamed(system)),
    geotransform: geotransform ?? (hasControlPoints ? null : place.geotransform),
    hasControlPointsOnly: geotransform === null && (hasControlPoints || place.hasControlPointsOnly),
  };
}

function projectionNamed(system: string): ReturnType<typeof projectionOfText> {
  const code = /^EPSG:(\d+)$/i.exec(system)?.[1];
  return code === undefined
    ? projectionOfText(system)
    : { epsg: Number(code), definition: null, isUserDefined: false };
}

function geotransformOf(text: string): Geotransform {
  const numbers = text.split(",").map((one) => (one.trim() === "" ? NaN : Number(one)));
  const [, dx, ex, , ey, dy] = numbers as [number, number, number, number, number, number];
  if (numbers.length !== 6 || !numbers.every(Number.isFinite) || dx * dy - ex * ey === 0)
    throw refused(
      `hold ${JSON.stringify(text.slice(0, 40))}, where the six numbers of a grid would be right`,
    );
  return numbers as unknown as Geotransform;
}

/** Esri's programs tell control points among the metadata. */
function hasEsriControlPoints(root: Element): boolean {
  return childrenNamed(root, "Metadata")
    .filter(({ attribs }) => attribs["domain"] === "xml:ESRI")
    .flatMap((metadata) => childrenNamed(metadata, "GeodataXform"))
    .some((transform) => childrenNamed(transform, "SourceGCPs").length > 0);
}

function notesWith(notes: BandNotes, bands: readonly (Element | undefined)[]): BandNotes {
  const scaling = (name: "Scale" | "Offset", own: readonly number[], otherwise: number) =>
    own.map((value, k) => (notes.isScaled[k] ? value : (numberOf(bands[k], name) ?? otherwise)));
  return {
    ...notes,
    noData: sharedNoData(bands.map((band) => noDataOf(band) ?? notes.noData)),
    scales: scaling("Scale", notes.scales, 1),
    offsets: scaling("Offset", notes.offsets, 0),
    colours: notes.colours.map((own, k) => wordsOf(bands[k], "ColorInterp") ?? own),
  };
}

function sharedNoData(values: readonly (number | null)[]): number | null {
  const [first = null] = values;
  if (values.every((value) => Object.is(value, first))) return first;
  const told = values.slice(0, 8).map((value) => value ?? "none");
  throw refused(`give its bands different nodata values (${told.join(", ")})`);
}

/** Its decimals are rounded; what they stand for is told by its eight bytes. */
function noDataOf(band: Element | undefined): number | null {
  const exact = band === undefined ? null : childrenNamed(band, "NoDataValue")[0]?.attribs["le_hex_equiv"];
  if (!/^[\da-f]{16}$/i.test(exact ?? "")) return numberOf(band, "NoDataValue");
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${exact}`));
  return view.getFloat64(0, true);
}

function numberOf(band: Element | undefined, name: string): number | null {
  const text = wordsOf(band, name);
  const value = text === null ? null : numberIn(text);
  if (text !== null && value === null)
    throw refused(`hold ${JSON.stringify(text.slice(0, 40))}, where a number would be right`);
  return value;
}

function childrenNamed({ children }: Element, name: string): Element[] {
  return children.filter(isElement).filter((one) => one.name === name);
}

function isElement(node: Node): node is Element {
  return "attribs" in node;
}

/** The words of the first element of a name, null where there are none. */
function wordsOf(parent: Element | undefined, name: string): string | null {
  const first = parent === undefined ? undefined : childrenNamed(parent, name)[0];
  const words = first?.children
    .map((node) => ("data" in node ? node.data : ""))
    .join("")
    .trim();
  return words === undefined || words === "" ? null : words;
}

function refused(what: string): RasterRefused {
  return new RasterRefused(`the notes beside it (.aux.xml) ${what}`);
}
