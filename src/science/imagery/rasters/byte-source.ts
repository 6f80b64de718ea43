/** A stretch of a file. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Where the bytes of a picture come from: memory, a file, a server. */
export interface ByteSource {
  /** How messages call it. */
  readonly name: string;
  /** The bytes of a stretch, fewer where the file ends in it, none where it lies beyond. */
  readonly read: (range: ByteRange) => Promise<Uint8Array>;
  /** Bytes of the whole, null while it is not known. */
  readonly size: () => number | null;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array, name = "the file"): ByteSource {
  return {
    name,
    size: () => bytes.length,
    read: async ({ offset, length }) => bytes.subarray(offset, offset + length),
  };
}
