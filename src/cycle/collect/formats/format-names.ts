/** The formats in which a source may publish. */
export const FORMAT_NAMES = [
  "rss",
  "sitemap",
  "html",
  "gdelt",
  "taxii",
  "stix",
  "ll2",
  "snapi",
  "json",
  "csv",
  "marcxml",
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
