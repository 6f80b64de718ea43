import type { Geotransform, Raster, Samples } from "./raster.ts";

/** The part of an ENVI header that says how to read the numbers beside it. */
export interface EnviHeader {
  readonly width: number;
  readonly height: number;
  readonly bandCount: number;
  readonly interleave: "bsq" | "bil" | "bip";
  readonly dataType: EnviType;
  readonly isBigEndian: boolean;
  readonly headerBytes: number;
  readonly noData: number | null;
  readonly epsg: number | null;
  readonly geotransform: Geotransform | null;
}

type EnviType = 1 | 2 | 3 | 4 | 5 | 12;

const BYTES: Readonly<Record<EnviType, number>> = { 1: 1, 2: 2, 3: 4, 4: 4, 5: 8, 12: 2 };

/** What is wrong with a header or its numbers, and what would be right. */
export interface EnviFault {
  readonly line?: number;
  readonly wrong: string;
  readonly right: string;
}

/** Reads an ENVI header (NV5 Geospatial, "ENVI header files"); the first fault where it is none. */
export function readEnviHeader(text: string): EnviHeader | EnviFault {
  if (!/^\s*ENVI\b/.test(text))
    return { line: 1, wrong: "no ENVI header", right: "expected ENVI in the first line" };
  const fields = fieldsOf(text);
  const [width, height, bandCount] = ["samples", "lines", "bands"].map((name) =>
    whole(fields.get(name)?.value, 1),
  );
  for (const [name, value] of Object.entries({ samples: width, lines: height, bands: bandCount })) {
    if (value === null) return fault(fields, name, "expected a whole number from 1");
  }
  const dataType = whole(fields.get("data type")?.value, 1);
  if (!isKnownType(dataType)) return fault(fields, "data type", "expected 1, 2, 3, 4, 5 or 12");
  const interleave = fields.get("interleave")?.value.toLowerCase() ?? "bsq";
  if (interleave !== "bsq" && interleave !== "bil" && interleave !== "bip") {
    return fault(fields, "interleave", "expected bsq, bil or bip");
  }
  const headerBytes = whole(fields.get("header offset")?.value ?? "0", 0);
  if (headerBytes === null) return fault(fields, "header offset", "expected a whole number");
  const noData = fields.get("data ignore value")?.value;
  return {
    width: width!,
    height: height!,
    bandCount: bandCount!,
    interleave,
    dataType,
    isBigEndian: fields.get("byte order")?.value === "1",
    headerBytes,
    noData: noData === undefined ? null : Number(noData),
    ...placeOf(fields.get("map info")?.value),
  };
}

interface Field {
  readonly value: string;
  readonly line: number;
}

/** `name = value` by name; a value in braces may span lines. */
function fieldsOf(text: string): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const { 0: all, 1: name, 2: value, index } of text.matchAll(
    /^([^=\r\n;]+)=[ \t]*(\{[^}]*\}|[^\r\n]*)/gm,
  )) {
    if (all.length === 0) continue;
    const line = text.slice(0, index).split("\n").length;
    fields.set(name!.trim().toLowerCase(), { value: value!.trim(), line });
  }
  return fields;
}

function fault(fields: ReadonlyMap<string, Field>, name: string, right: string): EnviFault {
  const field = fields.get(name);
  if (field === undefined) return { wrong: `the header has no "${name}"`, right };
  return { line: field.line, wrong: `${name} is "${field.value}"`, right };
}

function whole(text: string | undefined, least: number): number | null {
  if (text === undefined || !/^\d+$/.test(text)) return null;
  return Number(text) >= least ? Number(text) : null;
}

function isKnownType(type: number | null): type is EnviType {
  return type !== null && Object.hasOwn(BYTES, type);
}

/** `{projection, x pixel, y pixel, x, y, x size, y size, zone, hemisphere, …}`; pixel 1 is the first one's corner. */
function placeOf(mapInfo: string | undefined): Pick<EnviHeader, "epsg" | "geotransform"> {
  const parts = mapInfo
    ?.replace(/[{}]/g, "")
    .split(",")
    .map((part) => part.trim());
  if (parts === undefined || parts.length < 7) return { epsg: null, geotransform: null };
  const [px, py, x, y, dx, dy] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (![px, py, x, y, dx, dy].every(Number.isFinite)) return { epsg: null, geotransform: null };
  const geotransform: Geotransform = [x - (px - 1) * dx, dx, 0, y + (py - 1) * dy, 0, -dy];
  return { epsg: epsgOf(parts), geotransform };
}

function epsgOf([projection = "", , , , , , , zone = "", hemisphere = ""]: readonly string[]): number | null {
  if (/^geographic/i.test(projection)) return 4326;
  const number = Number(zone);
  if (!/^utm$/i.test(projection) || !(number >= 1 && number <= 60)) return null;
  return (/^s/i.test(hemisphere) ? 32_700 : 32_600) + number;
}

/** The numbers an ENVI header describes, band by band; a fault where bytes are missing. */
export function readEnvi(header: EnviHeader, bytes: Uint8Array): Raster | EnviFault {
  const { width, height, bandCount, dataType, headerBytes } = header;
  const needed = headerBytes + width * height * bandCount * BYTES[dataType];
  if (bytes.length < needed) {
    const right = `expected ${needed} for ${width} x ${height} x ${bandCount} of type ${dataType}`;
    return { wrong: `${bytes.length} bytes`, right };
  }
  const numbers = numbersOf(header, bytes);
  return {
    width,
    height,
    bands: Array.from({ length: bandCount }, (_, k) => bandOf(header, numbers, k)),
    noData: header.noData,
    mask: null,
    grid: { epsg: header.epsg, geotransform: header.geotransform },
    scales: Array<number>(bandCount).fill(1),
    offsets: Array<number>(bandCount).fill(0),
  };
}

const READERS = {
  1: (view: DataView, at: number) => view.getUint8(at),
  2: (view: DataView, at: number, little: boolean) => view.getInt16(at, little),
  3: (view: DataView, at: number, little: boolean) => view.getInt32(at, little),
  4: (view: DataView, at: number, little: boolean) => view.getFloat32(at, little),
  5: (view: DataView, at: number, little: boolean) => view.getFloat64(at, little),
  12: (view: DataView, at: number, little: boolean) => view.getUint16(at, little),
} as const;

function emptySamples(type: EnviType, length: number): Samples {
  const makers = {
    1: Uint8Array,
    2: Int16Array,
    3: Int32Array,
    4: Float32Array,
    5: Float64Array,
    12: Uint16Array,
  };
  return new makers[type](length);
}

function numbersOf(
  { dataType, isBigEndian, headerBytes, width, height, bandCount }: EnviHeader,
  bytes: Uint8Array,
) {
  const numbers = emptySamples(dataType, width * height * bandCount);
  const view = new DataView(bytes.buffer, bytes.byteOffset + headerBytes, bytes.length - headerBytes);
  const [read, size] = [READERS[dataType], BYTES[dataType]];
  for (let i = 0; i < numbers.length; i++) numbers[i] = read(view, i * size, !isBigEndian);
  return numbers;
}

function bandOf(
  { width, height, bandCount, interleave, dataType }: EnviHeader,
  numbers: Samples,
  k: number,
): Samples {
  const pixels = width * height;
  if (interleave === "bsq") return numbers.slice(k * pixels, (k + 1) * pixels);
  const band = emptySamples(dataType, pixels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = interleave === "bip" ? (y * width + x) * bandCount + k : (y * bandCount + k) * width + x;
      band[y * width + x] = numbers[from]!;
    }
  }
  return band;
}
