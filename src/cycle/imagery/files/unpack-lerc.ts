import type { Decompress } from "#science/imagery/index.ts";

/** Unpacks an LERC block, with deflate or Zstandard around it where the file says so. */
export const unpackLerc: Decompress = async (packed, { lercParameters, samples, byteLength }) => {
  const { getDecoder } = await import("geotiff");
  const parameters = { LercParameters: lercParameters, planarConfiguration: samples > 1 ? 1 : 2 };
  const decoder = await getDecoder(34887, parameters as unknown as Parameters<typeof getDecoder>[1]);
  const bytes = new Uint8Array(await decoder.decodeBlock(new Uint8Array(packed).buffer));
  if (bytes.length > byteLength)
    throw new Error(`it unpacks to ${bytes.length} bytes where ${byteLength} are due`);
  return bytes;
};
