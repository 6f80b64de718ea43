import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { tileTransform } from "./fourier.ts";

test("a tile's spectrum is the plain sum over its pixels, at the frequencies asked for", () => {
  const [side, limit] = [16, 4];
  const random = randomStream("fourier");
  const tile = Float64Array.from({ length: side * side }, () => random());
  const { placeOf, forward } = tileTransform(side);
  const [re, im] = [new Float64Array(side * side), new Float64Array(side * side)];
  for (const [i, value] of tile.entries())
    re[placeOf[Math.floor(i / side)]! * side + placeOf[i % side]!] = value;
  forward(re, im, limit);
  for (let v = 0; v < side; v++) {
    for (let u = -limit; u <= limit; u++) {
      let [real, imaginary] = [0, 0];
      for (const [i, value] of tile.entries()) {
        const angle = (-2 * Math.PI * (u * (i % side) + v * Math.floor(i / side))) / side;
        real += value * Math.cos(angle);
        imaginary += value * Math.sin(angle);
      }
      const at = v * side + ((u + side) % side);
      expect(re[at]).toBeCloseTo(real, 9);
      expect(im[at]).toBeCloseTo(imaginary, 9);
    }
  }
});

test("a side that is no power of two is refused", () => {
  expect(() => tileTransform(12)).toThrow("must be a power of two, got 12");
});
