import type { Decompress } from "#science/imagery/index.ts";

/** Unpacks a WebP block of three or four bands; an alpha that the picture leaves out is added as opaque. */
export const unpackWebp: Decompress = async (packed, { samples }) => {
  const { default: sharp } = await import("sharp");
  const picture = sharp(packed, { failOn: "truncated", limitInputPixels: 2 ** 28 });
  const { data, info } = await (samples === 4 ? picture.ensureAlpha() : picture.removeAlpha())
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== samples) throw new Error(`it holds ${info.channels} bands where ${samples} are due`);
  return new Uint8Array(data);
};
