/** A link made whole against the address it was written in; as it stands where no base is known, null for none. */
export function resolveAddress(link: string | null | undefined, base: string | null): string | null {
  const written = link?.trim().replace(/[\n\r\t]/g, "");
  if (!written) return null;
  if (URL.canParse(written)) return written;
  if (base !== null && URL.canParse(written, base)) return new URL(written, base).href;
  return written;
}
