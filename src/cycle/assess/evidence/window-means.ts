import type { Bearing } from "#model/indicator.ts";

/** Expected stories in a window for dormant, building and critical, from the bounds of the levels. */
export function windowMeans(levels: readonly number[], { present }: Bearing): [number, number, number] {
  const [low, middle, high] = [levels[0]! / 2, levels[1]!, levels[2]!];
  return present >= 1 ? [low, middle, high] : [high, middle, low];
}
