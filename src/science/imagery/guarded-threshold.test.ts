import { describe, expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { guardedThreshold } from "./guarded-threshold.ts";

/** Magnitudes of the unchanged around 1, and a share of each of the others. */
function magnitudes(others: readonly { readonly share: number; readonly around: number }[]) {
  const random = randomStream("magnitudes");
  return Float32Array.from({ length: 40_000 }, (_, i) => {
    let rank = (i % 1000) / 1000;
    const own = others.find(({ share }) => (rank -= share) < 0);
    return (own?.around ?? 1) * Math.exp(0.25 * standardNormal(random));
  });
}
const all = new Uint8Array(40_000).fill(1);
const asked = { alpha: null, floor: 1.5 };

describe("a threshold of magnitudes", () => {
  test("lies below the weak changes too, not between them and the strong", () => {
    const values = magnitudes([
      { share: 0.02, around: 7 },
      { share: 0.02, around: 45 },
    ]);
    const { method, threshold } = guardedThreshold(values, all, asked);
    expect(method).toBe("otsu");
    expect(threshold).toBeGreaterThan(2);
    expect(threshold).toBeLessThan(4.5);
  });

  test("is a guard that nothing exceeds where nothing changed", () => {
    const values = magnitudes([]);
    const { method, threshold } = guardedThreshold(values, all, asked);
    expect(method).toBe("guard");
    expect(Math.max(...values)).toBeLessThan(threshold);
  });
});
