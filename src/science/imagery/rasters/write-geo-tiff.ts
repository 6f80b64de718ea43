import type { Raster, Samples } from "../raster.ts";

/** Packs bytes as zlib does. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

const STRIP_BYTES = 256 * 1024;

/**
 * Writes a raster as a GeoTIFF of little-endian strips, bands one after another: numbers, grid, nodata, scale and
 * offset; packed by `deflate` where it is given. The mask is not written. RangeError for bands of differing kinds
 * or lengths, and beyond 4 GiB.
 */
export function writeGeoTiff(raster: Raster, deflate?: Deflate): Uint8Array {
  requireSame(raster);
  const { width, height, bands } = raster;
  const bits = bands[0]!.BYTES_PER_ELEMENT * 8;
  const rows = Math.max(1, Math.min(height, Math.floor(STRIP_BYTES / (width * (bits / 8)))));
  const strips = bands
    .flatMap((band) => stripsOf(band, width, rows))
    .map((strip) => deflate?.(strip) ?? strip);
  const fields = fieldsOf(raster, { bits, rows, isPacked: deflate !== undefined, strips });
  return joined(fields, strips);
}

function requireSame({ width, height, bands }: Raster): void {
  const kind = bands[0]?.constructor;
  const isSound = bands.length > 0 && bands.every((band) => band.constructor === kind);
  if (!isSound) throw new RangeError("a file holds one or more bands of one kind of number");
  const wrong = bands.find(({ length }) => length !== width * height);
  if (wrong) throw new RangeError(`a band has ${wrong.length} numbers where ${width} × ${height} are due`);
}

function stripsOf(band: Samples, width: number, rows: number): Uint8Array[] {
  const strips: Uint8Array[] = [];
  for (let at = 0; at < band.length; at += rows * width) {
    const part = band.subarray(at, at + rows * width);
    strips.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  }
  return strips;
}

type FieldType = "ascii" | "short" | "long" | "double";

interface Field {
  readonly id: number;
  readonly type: FieldType;
  readonly values: readonly number[];
}

interface Layout {
  readonly bits: number;
  readonly rows: number;
  readonly isPacked: boolean;
  readonly strips: readonly Uint8Array[];
}

const STRIP_OFFSETS = 273;

function fieldsOf(raster: Raster, { bits, rows, isPacked, strips }: Layout): Field[] {
  const { width, height, bands, noData } = raster;
  const each = (value: number) => bands.map(() => value);
  const fields: Field[] = [
    { id: 256, type: "long", values: [width] },
    { id: 257, type: "long", values: [height] },
    { id: 258, type: "short", values: each(bits) },
    { id: 259, type: "short", values: [isPacked ? 8 : 1] },
    { id: 262, type: "short", values: [1] },
    { id: STRIP_OFFSETS, type: "long", values: strips.map(() => 0) },
    { id: 277, type: "short", values: [bands.length] },
    { id: 278, type: "long", values: [rows] },
    { id: 279, type: "long", values: strips.map(({ length }) => length) },
    { id: 284, type: "short", values: [bands.length > 1 ? 2 : 1] },
    { id: 338, type: "short", values: bands.slice(1).map(() => 0) },
    { id: 339, type: "short", values: each(formatOf(bands[0]!)) },
    ...gridFields(raster),
    { id: 42112, type: "ascii", values: asciiOf(scalingXml(raster)) },
    { id: 42113, type: "ascii", values: asciiOf(noData === null ? "" : noDataText(noData)) },
  ];
  return fields.filter(({ values }) => values.length > 0);
}

function formatOf(band: Samples): number {
  if (band instanceof Float32Array || band instanceof Float64Array) return 3;
  return band instanceof Int8Array || band instanceof Int16Array || band instanceof Int32Array ? 2 : 1;
}

function gridFields({ grid: { epsg, geotransform } }: Raster): Field[] {
  const fields: Field[] = [];
  if (geotransform !== null) {
    const [x0, dx, ex, y0, ey, dy] = geotransform;
    if (ex === 0 && ey === 0 && dx > 0 && dy < 0) {
      fields.push({ id: 33550, type: "double", values: [dx, -dy, 0] });
      fields.push({ id: 33922, type: "double", values: [0, 0, 0, x0, y0, 0] });
    } else {
      fields.push({
        id: 34264,
        type: "double",
        values: [dx, ex, 0, x0, ey, dy, 0, y0, 0, 0, 0, 0, 0, 0, 0, 1],
      });
    }
  }
  if (epsg !== null && epsg < 65_536) {
    const isGeographic = epsg >= 4000 && epsg < 5000;
    const [model, key] = isGeographic ? [2, 2048] : [1, 3072];
    fields.push({
      id: 34735,
      type: "short",
      values: [1, 1, 0, 3, 1024, 0, 1, model!, 1025, 0, 1, 1, key!, 0, 1, epsg],
    });
  }
  return fields;
}

function scalingXml({ scales, offsets }: Raster): string {
  const items = scales.flatMap((scale, band) => {
    const offset = offsets[band] ?? 0;
    if (scale === 1 && offset === 0) return [];
    const item = (role: string, value: number) =>
      `<Item name="${role.toUpperCase()}" sample="${band}" role="${role}">${value}</Item>`;
    return [item("offset", offset), item("scale", scale)];
  });
  return items.length === 0 ? "" : `<GDALMetadata>${items.join("")}</GDALMetadata>`;
}

function noDataText(noData: number): string {
  return Number.isNaN(noData) ? "nan" : String(noData);
}

function asciiOf(text: string): number[] {
  return text === "" ? [] : [...new TextEncoder().encode(text), 0];
}

const TYPES: Readonly<Record<FieldType, { readonly code: number; readonly size: number }>> = {
  ascii: { code: 2, size: 1 },
  short: { code: 3, size: 2 },
  long: { code: 4, size: 4 },
  double: { code: 12, size: 8 },
};

/** The header, the fields' longer values, then the strips; values and strips begin at even bytes. */
function joined(fields: readonly Field[], strips: readonly Uint8Array[]): Uint8Array {
  const directoryEnd = 8 + 2 + fields.length * 12 + 4;
  let end = even(directoryEnd);
  const places = fields.map(({ type, values }) => {
    const length = values.length * TYPES[type].size;
    if (length <= 4) return 0;
    const at = end;
    end = even(end + length);
    return at;
  });
  const starts = strips.map(({ length }) => {
    const at = end;
    end = even(end + length);
    return at;
  });
  if (end >= 2 ** 32) throw new RangeError(`a file of ${end} bytes is beyond the 4 GiB of a TIFF`);
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, fields.length, true);
  for (const [i, { id, type, values }] of fields.entries()) {
    const at = 10 + i * 12;
    view.setUint16(at, id, true);
    view.setUint16(at + 2, TYPES[type].code, true);
    view.setUint32(at + 4, values.length, true);
    const place = places[i]! || at + 8;
    if (places[i] !== 0) view.setUint32(at + 8, place, true);
    const numbers = id === STRIP_OFFSETS ? starts : values;
    for (const [k, value] of numbers.entries()) put(view, place + k * TYPES[type].size, type, value);
  }
  for (const [i, strip] of strips.entries()) bytes.set(strip, starts[i]!);
  return bytes;
}

function put(view: DataView, at: number, type: FieldType, value: number): void {
  if (type === "ascii") view.setUint8(at, value);
  else if (type === "short") view.setUint16(at, value, true);
  else if (type === "long") view.setUint32(at, value, true);
  else view.setFloat64(at, value, true);
}

function even(at: number): number {
  return at + (at % 2);
}
