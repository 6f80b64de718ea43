import type { Geotransform } from "../raster.ts";
import type { ByteSource } from "./byte-source.ts";
import { type BandNotes, readBandNotes } from "./band-notes.ts";
import { readDirectories } from "./directory.ts";
import { type Georeference, readGeoreference } from "./georeference.ts";
import { type Header, headerOf } from "./header.ts";
import { type Picture, readPicture } from "./picture.ts";
import { RasterRefused } from "./raster-refused.ts";

/** One resolution of a picture and the mask that belongs to it. */
export interface Level {
  readonly picture: Picture;
  readonly mask: Picture | null;
  /** The files that hold the picture and the mask where they are others. */
  readonly file?: Pick<OpenTiff, "source" | "header">;
  readonly maskFile?: Pick<OpenTiff, "source" | "header">;
}

/** A TIFF file whose header has been read. */
export interface OpenTiff {
  readonly source: ByteSource;
  readonly header: Header;
  /** The full resolution first, then ever smaller copies. */
  readonly levels: readonly Level[];
  readonly place: Georeference;
  readonly notes: BandNotes;
}

const [REDUCED, MASK] = [1, 4];

/** Reads the header of a TIFF, GeoTIFF or cloud-optimised GeoTIFF; RasterRefused where it is none or not sound. */
export async function openTiff(source: ByteSource): Promise<OpenTiff> {
  const header = headerOf(source);
  const { all, isLittleEndian } = await readDirectories(header);
  const pictures: Picture[] = [];
  for (const directory of all) {
    try {
      pictures.push(await readPicture(header, directory, isLittleEndian));
    } catch (error) {
      if (directory === all[0] || !(error instanceof RasterRefused)) throw error;
    }
  }
  const base = pictures[0]!;
  const place = await readGeoreference(header, all[0]!, isLittleEndian);
  const notes = await readBandNotes(header, all[0]!, base.samples);
  return { source, header, levels: levelsOf(base, pictures), place, notes };
}

/** Smaller copies with the same bands, largest first, each with the mask of its size. */
function levelsOf(base: Picture, pictures: readonly Picture[]): Level[] {
  const masks = pictures.filter(({ subfile, samples }) => (subfile & MASK) !== 0 && samples === 1);
  const copies = pictures.filter(
    (one) =>
      (one.subfile & REDUCED) !== 0 &&
      (one.subfile & MASK) === 0 &&
      one.samples === base.samples &&
      one.width <= base.width &&
      one.height <= base.height &&
      one.width < base.width + base.height - one.height,
  );
  const sorted = [base, ...copies.toSorted((a, b) => b.width - a.width)];
  return sorted.map((picture) => ({
    picture,
    mask: masks.find(({ width, height }) => width === picture.width && height === picture.height) ?? null,
  }));
}

/** The geotransform of a whole level: it covers the same ground as the full resolution. */
export function levelTransform({ levels, place }: OpenTiff, picture: Picture): Geotransform | null {
  if (place.geotransform === null) return null;
  const { width, height } = levels[0]!.picture;
  const [across, down] = [width / picture.width, height / picture.height];
  const [x0, dx, ex, y0, ey, dy] = place.geotransform;
  return [x0, dx * across, ex * down, y0, ey * across, dy * down];
}
