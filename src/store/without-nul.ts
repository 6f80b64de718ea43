/** PostgreSQL text cannot hold U+0000: it is kept as U+FFFD, and looked for as such. */
export function withoutNul(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNul);
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}
