import { open } from "node:fs/promises";
import { InputError } from "#model/input-error.ts";
import type { ByteSource } from "#science/imagery/index.ts";

/** A source that counts what it read. */
export interface CountedSource extends ByteSource {
  /** Bytes that came from outside, and in how many requests. */
  readonly spent: () => { readonly bytes: number; readonly requests: number };
  readonly close: () => Promise<void>;
}

/** A file on this machine; InputError where it cannot be opened. */
export async function fileSource(file: string): Promise<CountedSource> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    const wrong = error.code === "ENOENT" ? "no such file" : `cannot be read (${error.code})`;
    throw new InputError([{ file, wrong, right: "expected a TIFF or GeoTIFF file" }]);
  });
  const { size } = await handle.stat();
  const spent = { bytes: 0, requests: 0 };
  return {
    name: file,
    size: () => size,
    spent: () => ({ ...spent }),
    close: () => handle.close(),
    async read({ offset, length }) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      if (bytes.length === 0) return bytes;
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset);
      spent.bytes += bytesRead;
      spent.requests++;
      return bytes.subarray(0, bytesRead);
    },
  };
}
