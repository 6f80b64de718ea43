import type { Stretch } from "./stretch.ts";

/** Stretches in the order of pairs and time, those that windows cut in two made one again. */
export function joinStretches(windows: readonly (readonly Stretch[])[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const each of windows.flat().sort(byPairAndTime)) {
    const last = joined.at(-1);
    if (last && last.first === each.first && last.second === each.second && last.to === each.from) {
      const nearer = each.missKm < last.missKm ? each : last;
      joined[joined.length - 1] = { ...nearer, from: last.from, to: each.to };
    } else {
      joined.push(each);
    }
  }
  return joined;
}

function byPairAndTime(a: Stretch, b: Stretch): number {
  return a.first - b.first || a.second - b.second || a.from - b.from;
}
