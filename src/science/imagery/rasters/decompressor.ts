/** What a packed block is, for those who unpack it. */
export interface PackedBlock {
  /** Bytes it may at most unpack to; more are a bomb. */
  readonly byteLength: number;
  readonly width: number;
  readonly height: number;
  /** Numbers a pixel within the block. */
  readonly samples: number;
  readonly bits: number;
  /** Whether JPEG colours are luma and chroma, to be turned into red, green and blue. */
  readonly isYCbCr: boolean;
  /** Quantisation and Huffman tables that JPEG blocks share. */
  readonly jpegTables: Uint8Array | null;
  /** LERC version and the packing around it. */
  readonly lercParameters: readonly number[];
}

/** Unpacks one block; throws where it cannot. */
export type Decompress = (packed: Uint8Array, block: PackedBlock) => Uint8Array | Promise<Uint8Array>;

/** By the number of the TIFF compression. */
export type Decompressors = Readonly<Partial<Record<number, Decompress>>>;

const NAMES: Readonly<Record<number, string>> = {
  1: "none",
  2: "CCITT run lengths",
  3: "CCITT Group 3",
  4: "CCITT Group 4",
  5: "LZW",
  6: "old-style JPEG",
  7: "JPEG",
  8: "deflate",
  32773: "PackBits",
  32946: "deflate",
  34676: "SGI log",
  34712: "JPEG 2000",
  34887: "LERC",
  34925: "LZMA",
  50000: "Zstandard",
  50001: "WebP",
  50002: "JPEG XL",
};

export function compressionName(compression: number): string {
  return NAMES[compression] ?? `number ${compression}`;
}
