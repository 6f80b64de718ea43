import type { Decompress, PackedBlock } from "#science/imagery/index.ts";

const [START, END, APP14] = [0xd8, 0xd9, 0xee];

/**
 * Unpacks a JPEG block by libjpeg, as GDAL does; the tables that the blocks share are put in front of it (Adobe TIFF
 * Technical Note 2). Colours come out as red, green and blue where they are kept as luma and chroma.
 */
export const unpackJpeg: Decompress = async (packed, block) => {
  if (block.bits !== 8) throw new Error(`JPEG of ${block.bits} bits is not read`);
  const whole = wholeJpeg(packed, block);
  return block.samples === 1 || block.samples === 3 ? bySharp(whole, block.samples) : byGeotiff(whole);
};

async function bySharp(whole: Uint8Array, samples: number): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const { data, info } = await sharp(whole, { failOn: "truncated", limitInputPixels: 2 ** 28 })
    .toColourspace(samples === 1 ? "b-w" : "srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== samples) throw new Error(`it holds ${info.channels} bands where ${samples} are due`);
  return new Uint8Array(data);
}

/** Four bands would be taken for inks, and other numbers refused; a number may differ by one from libjpeg's. */
async function byGeotiff(whole: Uint8Array): Promise<Uint8Array> {
  const { getDecoder } = await import("geotiff");
  const decoder = await getDecoder(7, {} as Parameters<typeof getDecoder>[1]);
  return new Uint8Array(await decoder.decodeBlock(new Uint8Array(whole).buffer));
}

/** A JPEG file that says plainly how its colours are kept. */
function wholeJpeg(packed: Uint8Array, { jpegTables: tables, isYCbCr, samples }: PackedBlock): Uint8Array {
  if (packed[0] !== 0xff || packed[1] !== START) throw new Error("it does not begin as JPEG does");
  const shared = tables === null ? new Uint8Array() : tables.subarray(2, endOf(tables));
  const name = new TextEncoder().encode("Adobe");
  const adobe = samples === 3 ? [0xff, APP14, 0, 14, ...name, 0, 100, 0, 0, 0, 0, isYCbCr ? 1 : 0] : [];
  const whole = new Uint8Array(2 + adobe.length + shared.length + packed.length - 2);
  whole.set([0xff, START, ...adobe]);
  whole.set(shared, 2 + adobe.length);
  whole.set(packed.subarray(2), 2 + adobe.length + shared.length);
  return whole;
}

function endOf(tables: Uint8Array): number {
  const isEnded = tables.at(-2) === 0xff && tables.at(-1) === END;
  return isEnded ? tables.length - 2 : tables.length;
}
