import type { Raster } from "./raster.ts";

/** What is wrong with a picture's bytes. */
export interface BmpFault {
  readonly wrong: string;
  readonly right: string;
}

/** Reads an uncompressed Windows bitmap of 8, 24 or 32 bits; pictures whose colours are all grey have one band. */
export function readBmp(bytes: Uint8Array): Raster | BmpFault {
  const right = "expected an uncompressed bitmap of 8, 24 or 32 bits";
  if (bytes.length < 54 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return { wrong: "no bitmap", right };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [from, headerBytes] = [view.getUint32(10, true), view.getUint32(14, true)];
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  const height = Math.abs(signedHeight);
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (![8, 24, 32].includes(bits) || (compression !== 0 && compression !== 3)) {
    return { wrong: `a bitmap of ${bits} bits, compression ${compression}`, right };
  }
  if (width < 1 || height < 1 || from + rowBytes * height > bytes.length) {
    return {
      wrong: `${bytes.length} bytes`,
      right: `expected ${from + rowBytes * height} for ${width} x ${height}`,
    };
  }
  const palette = bits === 8 ? bytes.subarray(14 + headerBytes, from) : null;
  const bands = [2, 1, 0].map((channel) => {
    const band = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      const row = from + (signedHeight > 0 ? height - 1 - y : y) * rowBytes;
      for (let x = 0; x < width; x++) {
        const at = row + x * (bits / 8);
        band[y * width + x] =
          palette === null ? bytes[at + channel]! : (palette[bytes[at]! * 4 + channel] ?? bytes[at]!);
      }
    }
    return band;
  });
  return ungridded(width, height, greyAsOne(bands));
}

/** One band where the first three are the same. */
export function greyAsOne<B extends ArrayLike<number>>(bands: readonly B[]): readonly B[] {
  const [first, ...others] = bands.slice(0, 3);
  if (first === undefined || bands.length < 3) return bands;
  for (const other of others) {
    for (let i = 0; i < first.length; i++) if (first[i] !== other[i]) return bands;
  }
  return [first];
}

/** A raster of a picture that has no place on the ground. */
export function ungridded(width: number, height: number, bands: Raster["bands"]): Raster {
  return {
    width,
    height,
    bands,
    noData: null,
    mask: null,
    grid: { epsg: null, geotransform: null },
    scales: bands.map(() => 1),
    offsets: bands.map(() => 0),
  };
}
