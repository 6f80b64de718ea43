/** `34 %`; outside 1–99 % the limit is said, for no estimate is that sharp. */
export function percent(p: number): string {
  if (p < 0.01) return "below 1 %";
  return p > 0.99 ? "above 99 %" : `${Math.round(p * 100)} %`;
}

/** `34 %, 22–47`: the probability and its 5–95 % interval. */
export function estimate(p: number, low: number, high: number): string {
  return `${percent(p)}, ${bound(low)}–${bound(high)}`;
}

/** `34`, as one end of an interval. */
export function bound(p: number): string {
  if (p < 0.01) return "<1";
  return p > 0.99 ? ">99" : String(Math.round(p * 100));
}
