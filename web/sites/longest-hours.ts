/** The longest of some spans, in hours; 0 where there is none. */
export function longestHours(spans: readonly { readonly from: string; readonly to: string }[]): number {
  return Math.max(0, ...spans.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 3_600_000));
}
