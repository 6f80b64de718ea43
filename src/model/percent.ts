/** `34 %`; outside 1–99 % the limit is said, `<1 %`, for no estimate is that sharp. */
export function percent(p: number): string {
  return `${bound(p)} %`;
}

/** `34 %` or `below 1 %`, in a sentence. */
export function percentInProse(p: number): string {
  return percent(p).replace("<", "below ").replace(">", "above ");
}

/** `22–47`, the two ends of an interval in percent. */
export function interval(low: number, high: number): string {
  return `${bound(low)}–${bound(high)}`;
}

/** `34 %, 22–47`: the probability and its 5–95 % interval. */
export function estimate(p: number, low: number, high: number): string {
  return `${percentInProse(p)}, ${interval(low, high)}`;
}

/** `28 %` of what can be counted: none is 0 and all is 100. */
export function share(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** A difference of shares in whole percentage points: `3`, `−3`. */
export function points(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded < 0 ? `−${-rounded}` : `${rounded}`;
}

/** `1.3 points`: by how much a probability moves, to a tenth of a percentage point. */
export function inPoints(move: number): string {
  return `${(100 * move).toFixed(1)} points`;
}

function bound(p: number): string {
  if (p < 0.01) return "<1";
  return p > 0.99 ? ">99" : String(Math.round(p * 100));
}
