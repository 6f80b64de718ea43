import type { Directory } from "./directory.ts";
import type { Header } from "./header.ts";
import { textOf } from "./tag-values.ts";

const [GDAL_METADATA, GDAL_NODATA] = [42112, 42113];

/** What GDAL's private fields say of the bands. */
export interface BandNotes {
  readonly noData: number | null;
  readonly scales: readonly number[];
  readonly offsets: readonly number[];
}

/** Reads the nodata value and the scale and offset of every band; 1 and 0 where none are given. */
export async function readBandNotes(header: Header, { tags }: Directory, bands: number): Promise<BandNotes> {
  const [noData, metadata] = [tags.get(GDAL_NODATA), tags.get(GDAL_METADATA)];
  const xml = metadata === undefined ? "" : await textOf(header, metadata);
  return {
    noData: noData === undefined ? null : numberIn(await textOf(header, noData)),
    scales: roleOf(xml, "scale", bands, 1),
    offsets: roleOf(xml, "offset", bands, 0),
  };
}

function numberIn(text: string): number | null {
  if (/^[+-]?nan$/i.test(text)) return NaN;
  if (/^[+-]?inf/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

function roleOf(xml: string, role: string, bands: number, otherwise: number): number[] {
  const values = Array.from({ length: bands }, () => otherwise);
  for (const [, attributes = "", text = ""] of xml.matchAll(/<Item\b([^>]*)>([^<]*)<\/Item>/g)) {
    const band = Number(/\bsample="(\d+)"/.exec(attributes)?.[1] ?? NaN);
    if (!attributes.includes(`role="${role}"`) || !(band < bands)) continue;
    const value = Number(text);
    if (Number.isFinite(value)) values[band] = value;
  }
  return values;
}
