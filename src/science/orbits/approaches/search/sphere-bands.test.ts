import fc from "fast-check";
import { expect, test } from "vitest";
import { sphereBands } from "./sphere-bands.ts";

const direction = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
  .map(([sine, longitude]) => ({ latitude: Math.asin(sine), longitude }));
type Direction = { latitude: number; longitude: number };

/** The direction an angle away, on a great circle that leaves by the bearing. */
function away({ latitude, longitude }: Direction, angle: number, bearing: number): Direction {
  const sine =
    Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing);
  const turn = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude),
    Math.cos(angle) - Math.sin(latitude) * sine,
  );
  return { latitude: Math.asin(Math.min(1, Math.max(-1, sine))), longitude: longitude + turn };
}

test("directions within the angle are in one band or neighbours, within the reach in longitude", () => {
  const angles = fc.double({ min: 0.01, max: 0.5, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(angles, direction, share, share, (angle, a, part, turn) => {
      const { bands } = sphereBands(angle);
      const b = away(a, angle * part, 2 * Math.PI * turn);
      const bandOf = ({ latitude }: Direction) =>
        Math.min(bands.length - 1, Math.floor((latitude / Math.PI + 0.5) * bands.length));
      const [low, high] = [bandOf(a), bandOf(b)].sort((x, y) => x - y) as [number, number];
      const reach = low === high ? bands[low]!.reach : bands[low]!.reachOver;
      const apart = Math.abs(
        Math.atan2(Math.sin(a.longitude - b.longitude), Math.cos(a.longitude - b.longitude)),
      );
      expect(high - low).toBeLessThanOrEqual(1);
      expect(apart).toBeLessThanOrEqual(reach);
    }),
    { numRuns: 3000 },
  );
});

test("cells of all bands follow one another, and an angle too wide is refused", () => {
  const { bands, cells } = sphereBands(0.1);
  bands.forEach((band, b) => expect(band.firstCell + band.cells).toBe(bands[b + 1]?.firstCell ?? cells));
  expect(() => sphereBands(1.6)).toThrow("angle must be below π/2 radians, got 1.6");
});
