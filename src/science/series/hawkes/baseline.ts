/** A baseline rate as a sum of hat functions on evenly spaced knots; one function, constant, where segments is 0. */
export interface Baseline {
  readonly segments: number;
  readonly duration: number;
}

export const functionCount = ({ segments }: Baseline) => segments + 1;

/** Writes the value of each hat function at a time. */
export function writeBaseline(
  { segments, duration }: Baseline,
  time: number,
  out: Float64Array,
  at: number,
): void {
  if (segments === 0) {
    out[at] = 1;
    return;
  }
  const position = Math.min((time / duration) * segments, segments);
  for (let k = 0; k <= segments; k++) out[at + k] = Math.max(0, 1 - Math.abs(position - k));
}

/** The integral of each hat function from 0 to a time. */
export function baselineIntegrals({ segments, duration }: Baseline, time: number): number[] {
  if (segments === 0) return [time];
  const width = duration / segments;
  const rising = (u: number) => (u <= 0 ? 0 : u >= 1 ? 0.5 : (u * u) / 2);
  return Array.from({ length: segments + 1 }, (_, k) => {
    const u = time / width - k;
    return width * ((k > 0 ? rising(u + 1) : 0) + (k < segments && u > 0 ? 0.5 - rising(1 - u) : 0));
  });
}
