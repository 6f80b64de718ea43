import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { textOf } from "./tag-values.ts";

const [GDAL_METADATA, GDAL_NODATA] = [42112, 42113];

/** What GDAL's private fields say of the bands. */
export interface BandNotes {
  readonly noData: number | null;
  readonly scales: readonly number[];
  readonly offsets: readonly number[];
  /** What each band shows ("Red", "Alpha"), null where the field is silent; it goes before TIFF's own word. */
  readonly colours: readonly (string | null)[];
}

/** Reads the nodata value, and the scale, offset and colour of every band; 1, 0 and null where none are given. */
export async function readBandNotes(header: Header, { tags }: Directory, bands: number): Promise<BandNotes> {
  const [noData, metadata] = [tags.get(GDAL_NODATA), tags.get(GDAL_METADATA)];
  const xml = metadata === undefined ? "" : await textOf(header, metadata);
  return {
    noData: noData === undefined ? null : numberIn(await textOf(header, noData)),
    scales: numbersOf(xml, "scale", bands, 1),
    offsets: numbersOf(xml, "offset", bands, 0),
    colours: textsOf(xml, "colorinterp", bands),
  };
}

function numberIn(text: string): number | null {
  if (/^[+-]?nan$/i.test(text)) return NaN;
  if (/^[+-]?inf/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

function numbersOf(xml: string, role: string, bands: number, otherwise: number): number[] {
  return textsOf(xml, role, bands).map((text) => {
    const value = text === null ? NaN : Number(text);
    return Number.isFinite(value) ? value : otherwise;
  });
}

function textsOf(xml: string, role: string, bands: number): (string | null)[] {
  const texts = Array.from({ length: bands }, (): string | null => null);
  for (const [, attributes = "", text = ""] of xml.matchAll(/<Item\b([^>]*)>([^<]*)<\/Item>/g)) {
    const band = Number(/\bsample="(\d+)"/.exec(attributes)?.[1] ?? NaN);
    if (attributes.includes(`role="${role}"`) && band < bands) texts[band] = text.trim();
  }
  return texts;
}
