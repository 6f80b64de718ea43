import { randomStream } from "#science/numbers/index.ts";

const DRAWS = 400;

/** The 95 % interval of a figure when its units (families, pairs) are drawn anew with replacement. */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  figure: (drawn: readonly Unit[]) => number,
): readonly [low: number, high: number] {
  const random = randomStream("bootstrap");
  const draw = () => units.map(() => units[Math.floor(random() * units.length)]!);
  const values = Array.from({ length: DRAWS }, () => figure(draw())).sort((a, b) => a - b);
  return [values[Math.floor(0.025 * DRAWS)]!, values[Math.ceil(0.975 * DRAWS) - 1]!];
}

/** `0.9970 (0.9951–0.9985)` */
export function asInterval(measured: {
  readonly value: number;
  readonly interval: readonly [number, number];
}): string {
  const [low, high] = measured.interval;
  return `${measured.value.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`;
}
