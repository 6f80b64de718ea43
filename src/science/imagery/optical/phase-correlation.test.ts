import { expect, test } from "vitest";
import { landscape } from "../testing/landscape.ts";
import { measureShift } from "./phase-correlation.ts";
import { resampleShifted } from "./resample.ts";

const place = landscape({ seed: "shift", side: 160, bands: 2 });
const other = landscape({ seed: "elsewhere", side: 160, bands: 2 });
const [width, height] = [160, 160];
const usable = new Uint8Array(width * height).fill(1);

test.each([
  [0, 0],
  [0.3, -0.4],
  [-1.7, 2.2],
  [4, -3],
])("a shift of %d, %d pixels is measured to a tenth of a pixel", (dx, dy) => {
  const later = place.scene.bands.map((band) =>
    resampleShifted(band, width, height, { dx: -dx, dy: -dy }).map((value) => 1.3 * (value || 0) + 7),
  );
  const shift = measureShift(place.scene.bands, later, { width, height, usable })!;
  expect(Math.abs(shift.dx - dx)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(shift.dy - dy)).toBeLessThanOrEqual(0.1);
  expect(shift.clarity).toBeGreaterThan(5);
});

test("pictures of different places have no clear shift", () => {
  const shift = measureShift(place.scene.bands, other.scene.bands, { width, height, usable })!;
  expect(shift.clarity).toBeLessThan(5);
});
