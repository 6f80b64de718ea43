const HEAD_BYTES = 4096;

/** The canonical name of an encoding label as written in the world, null where no decoder knows it. */
export function encodingNamed(label: string): string | null {
  const plain = label
    .trim()
    .replace(/^['"]+|['"]+$/g, "")
    .toLowerCase();
  const wide = /^(?:utf|u|ucs)[-_]?(16|32|2|4)[-_]?(le|be)?$/.exec(plain);
  if (wide) return `utf-${wide[1] === "2" ? 16 : wide[1] === "4" ? 32 : wide[1]}${wide[2] ?? ""}`;
  if (/^(us-?)?ascii$/.test(plain)) return "us-ascii";
  for (const name of [
    plain,
    plain.replace(/_/g, "-"),
    plain.replace(/^(?:x-)?(?:win|cp)[-_]?(?=125\d$)/, "windows-"),
  ]) {
    try {
      return new TextDecoder(name).encoding;
    } catch {
      continue;
    }
  }
  return null;
}

/** What an XML declaration, a `meta` element or a CSS-like charset in the first bytes says, null where none does. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES)).replace(/\0/g, "");
  const xml = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']?([\w.:-]+)/i.exec(head);
  const meta = /<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  const label = xml?.[1] ?? meta?.[1];
  return label === undefined ? null : encodingNamed(label);
}

/** What the charset of an HTTP Content-Type says, null where it says nothing known. */
export function headerEncoding(contentType: string | null | undefined): string | null {
  const label = /;\s*charset\s*=\s*("[^"]*"|'[^']*'|[^;\s]+)/i.exec(contentType ?? "")?.[1];
  return label === undefined ? null : encodingNamed(label);
}
