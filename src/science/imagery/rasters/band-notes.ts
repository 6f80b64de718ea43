import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { textOf } from "./tag-values.ts";

const [GDAL_METADATA, GDAL_NODATA] = [42112, 42113];

/** What GDAL's private fields say of the bands. */
export interface BandNotes {
  readonly noData: number | null;
  readonly scales: readonly number[];
  readonly offsets: readonly number[];
  /** Whether the fields give a band's scale or offset. */
  readonly isScaled: readonly boolean[];
  /** What each band shows ("Red", "Alpha"), null where the field is silent; it goes before TIFF's own word. */
  readonly colours: readonly (string | null)[];
}

/** Reads the nodata value, and the scale, offset and colour of every band; 1, 0 and null where none are given. */
export async function readBandNotes(header: Header, { tags }: Directory, bands: number): Promise<BandNotes> {
  const [noData, metadata] = [tags.get(GDAL_NODATA), tags.get(GDAL_METADATA)];
  const xml = metadata === undefined ? "" : await textOf(header, metadata);
  const [scales, offsets] = ["scale", "offset"].map((role) => textsOf(xml, role, bands)) as [Texts, Texts];
  return {
    noData: noData === undefined ? null : numberIn(await textOf(header, noData)),
    scales: numbersOf(scales, 1),
    offsets: numbersOf(offsets, 0),
    isScaled: scales.map((text, k) => text !== null || offsets[k] !== null),
    colours: textsOf(xml, "colorinterp", bands),
  };
}

type Texts = readonly (string | null)[];

/** The largest number of single precision, which fifteen decimals miss. */
const LARGEST_FLOAT = (2 - 2 ** -23) * 2 ** 127;

/** A number as GDAL writes it; null where it is none. */
export function numberIn(text: string): number | null {
  if (/^[+-]?nan$/i.test(text)) return NaN;
  if (/^[+-]?inf/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  const value = text === "" ? NaN : Number(text);
  if (Number.isNaN(value)) return null;
  const isLargest = Math.abs(Math.abs(value) - LARGEST_FLOAT) < 1e-10 * LARGEST_FLOAT;
  return isLargest ? Math.sign(value) * LARGEST_FLOAT : value;
}

function numbersOf(texts: Texts, otherwise: number): number[] {
  return texts.map((text) => {
    const value = text === null ? NaN : Number(text);
    return Number.isFinite(value) ? value : otherwise;
  });
}

function textsOf(xml: string, role: string, bands: number): Texts {
  const texts = Array.from({ length: bands }, (): string | null => null);
  for (const [, attributes = "", text = ""] of xml.matchAll(/<Item\b([^>]*)>([^<]*)<\/Item>/g)) {
    const band = Number(/\bsample="(\d+)"/.exec(attributes)?.[1] ?? NaN);
    if (attributes.includes(`role="${role}"`) && band < bands) texts[band] = text.trim();
  }
  return texts;
}
