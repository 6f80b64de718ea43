import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import {
  greyAsOne,
  RasterRefused,
  readBmp,
  readEnvi,
  readEnviHeader,
  readGeoTiff,
  ungridded,
  type Raster,
} from "#science/imagery/index.ts";
import { InputError } from "#model/input-error.ts";
import { DECOMPRESSORS } from "../../../cycle/imagery/files/decompressors.ts";
import { namesBeside } from "../../../cycle/imagery/files/names-beside.ts";
import { readBytes } from "../../read-file.ts";

/** Reads a whole raster: GeoTIFF, ENVI (either of its two files may be named), BMP, PNG or JPEG. */
export async function readRasterFile(file: string): Promise<Raster> {
  const pair = enviPair(file);
  if (pair !== null) return readEnviFiles(pair);
  const bytes = readBytes(file);
  const [first, second] = bytes;
  if ((first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d))
    return readTiff(file, bytes);
  if (first === 0x42 && second === 0x4d) return soundOf(file, readBmp(bytes));
  if ((first === 0x89 && second === 0x50) || (first === 0xff && second === 0xd8))
    return readPicture(file, bytes);
  const right = "expected a GeoTIFF, an ENVI file with its .hdr beside it, a BMP, a PNG or a JPEG";
  throw new InputError([{ file, wrong: bytes.length === 0 ? "an empty file" : "no raster", right }]);
}

async function readTiff(file: string, bytes: Uint8Array): Promise<Raster> {
  try {
    const { mask, world, projection, notes } = namesBeside(file);
    const text = (name: string | null) => (name === null ? null : new TextDecoder().decode(readBytes(name)));
    return await readGeoTiff(bytes, DECOMPRESSORS, {
      ...{ mask: mask === null ? null : readBytes(mask), overviews: null },
      ...{ world: text(world), projection: text(projection), notes: text(notes) },
    });
  } catch (error) {
    if (!(error instanceof RasterRefused)) throw error;
    throw new InputError([{ file, wrong: error.message, right: "expected a whole GeoTIFF" }]);
  }
}

async function readPicture(file: string, bytes: Uint8Array): Promise<Raster> {
  const { default: sharp } = await import("sharp");
  try {
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const bands = Array.from({ length: info.channels }, (_, k) =>
      Uint8Array.from({ length: info.width * info.height }, (__, i) => data[i * info.channels + k]!),
    );
    return ungridded(info.width, info.height, greyAsOne(bands));
  } catch (error) {
    const wrong = error instanceof Error ? error.message.split("\n")[0]! : String(error);
    throw new InputError([{ file, wrong, right: "expected a whole picture" }]);
  }
}

interface EnviPair {
  readonly header: string;
  readonly numbers: string;
}

/** The two files of an ENVI raster, whichever was named: `x.hdr` with `x`, `x.img` …, or `x` with `x.hdr`. */
function enviPair(file: string): EnviPair | null {
  if (/\.hdr$/i.test(file)) {
    const stem = file.replace(/\.hdr$/i, "");
    const numbers = ["", ".img", ".dat", ".bin", ".raw", ".bsq", ".bil", ".bip", ".IMG", ".DAT"]
      .map((ending) => stem + ending)
      .find((one) => existsSync(one));
    if (numbers !== undefined) return { header: file, numbers };
    throw new InputError([
      { file, wrong: "no numbers beside this header", right: `expected ${path.basename(stem)}` },
    ]);
  }
  if (/\.(tiff?|bmp|png|jpe?g)$/i.test(file) || !existsSync(file)) return null;
  const names = new Set(
    [path.basename(file), path.basename(file, path.extname(file))].map((one) => `${one}.hdr`.toLowerCase()),
  );
  const header = readdirSync(path.dirname(file)).find((name) => names.has(name.toLowerCase()));
  return header === undefined ? null : { header: path.join(path.dirname(file), header), numbers: file };
}

function readEnviFiles({ header, numbers }: EnviPair): Raster {
  const read = readEnviHeader(new TextDecoder().decode(readBytes(header)));
  if ("wrong" in read) throw new InputError([{ file: header, ...read }]);
  return soundOf(numbers, readEnvi(read, readBytes(numbers)));
}

function soundOf(file: string, read: Raster | { readonly wrong: string; readonly right: string }): Raster {
  if ("wrong" in read) throw new InputError([{ file, wrong: read.wrong, right: read.right }]);
  return read;
}
