/** A time an event was told of, as far as it is known; UTC milliseconds. */
export interface ToldSpan {
  fromMs: number;
  toMs: number;
}

/** Whoever comes back within this time had not left: what wanders about a limit arrives once. */
export const AWAY_MS = 30 * 86_400_000;

/** Whether what goes on was told before; then it is remembered as far as it is known now, else from here on. */
export function wasTold(told: ToldSpan[], { fromMs, toMs }: Readonly<ToldSpan>): boolean {
  const before = told.find((each) => fromMs <= each.toMs + AWAY_MS && toMs >= each.fromMs - AWAY_MS);
  if (!before) told.push({ fromMs, toMs });
  else {
    before.fromMs = Math.min(before.fromMs, fromMs);
    before.toMs = Math.max(before.toMs, toMs);
  }
  return before !== undefined;
}
