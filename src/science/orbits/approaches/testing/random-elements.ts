import { randomStream } from "#science/numbers/index.ts";
import type { ElementSet } from "../../elements/element-set.ts";
import { bareSet } from "../../elements/testing/bare-set.ts";

/** A crowded sky: circular orbits of every inclination in one shell, eccentric ones through it, planes shared, a belt. */
export function randomElements(count: number, seed: number, epochMs: number): ElementSet[] {
  const random = randomStream(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  return Array.from({ length: count }, (_, i) => {
    const kind = i % 5;
    const perigeeKm = between(6900, 6960);
    const eccentricity = kind === 2 ? between(0.05, 0.75) : between(0, 0.003);
    const axisKm = kind === 4 ? between(42_150, 42_180) : perigeeKm / (1 - eccentricity);
    const isShared = kind === 3;
    return bareSet({
      id: i + 1,
      epochMs: epochMs - between(0, 2) * 86_400_000,
      meanMotionRevPerDay: (Math.sqrt(398_600.8 / axisKm ** 3) * 86_400) / (2 * Math.PI),
      eccentricity,
      inclinationDeg: kind === 4 ? between(0, 0.1) : isShared ? 97.4 : between(0, 180),
      raanDeg: isShared ? 40 : between(0, 360),
      argumentOfPerigeeDeg: between(0, 360),
      meanAnomalyDeg: between(0, 360),
      bstar: between(0, 1e-4),
    });
  });
}
