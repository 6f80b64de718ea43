/** How many sequences beyond ASCII are whole, and how many bytes belong to none. */
export interface Utf8Evidence {
  readonly whole: number;
  readonly broken: number;
}

/** Counts what speaks for and against UTF-8; a sequence cut by the end of the bytes counts for neither. */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const width =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let tail = 1;
    while (tail < width && (bytes[at + tail] ?? 0) >> 6 === 2) tail++;
    if (width > 0 && tail === width) whole++;
    else if (width === 0 || at + tail < bytes.length) broken++;
    at += Math.max(1, tail);
  }
  return { whole, broken };
}
