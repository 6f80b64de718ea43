/** UTF-16 or UTF-32 told by its mark or by where the zero bytes of ASCII fall, null for neither. */
export function wideEncoding(
  bytes: Uint8Array,
): { readonly encoding: string; readonly marked: boolean } | null {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: "utf-32be", marked: true };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: "utf-32le", marked: true };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", marked: true };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", marked: true };
  const encoding = byZeros(bytes.subarray(0, 4096));
  return encoding === null ? null : { encoding, marked: false };
}

/** Markup is ASCII for the most part: its zero bytes stand in one place of every unit. */
function byZeros(head: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) zeros[at & 3]!++;
  const quarter = Math.max(1, head.length >> 2);
  const [a, b, c, d] = zeros.map((count) => count / quarter) as [number, number, number, number];
  if (a > 0.9 && b > 0.9 && c > 0.5 && d < 0.1) return "utf-32be";
  if (d > 0.9 && c > 0.9 && b > 0.5 && a < 0.1) return "utf-32le";
  if (a > 0.2 && c > 0.2 && b < 0.05 && d < 0.05) return "utf-16be";
  return b > 0.2 && d > 0.2 && a < 0.05 && c < 0.05 ? "utf-16le" : null;
}

/** UTF-32 → text without its mark; what is no code point becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (at > 0 || code !== 0xfeff) parts.push(isCharacter ? String.fromCodePoint(code) : "\ufffd");
  }
  return parts.join("");
}
