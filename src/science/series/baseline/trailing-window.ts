/** Which values make the baseline of one: so many before it, the most recent left out. */
export interface TrailingWindow {
  readonly length: number;
  /** The latest values, which an outbreak under way would be part of. */
  readonly gap: number;
}

/** Indices of the baseline of the value at `index`, oldest first; fewer near the start. */
export function baselineOf(index: number, { length, gap }: TrailingWindow): number[] {
  const to = index - gap;
  const from = Math.max(0, to - length);
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
