import { expect, test } from "vitest";
import { randomStream, standardNormal } from "#science/numbers/index.ts";
import { landscape } from "../testing/landscape.ts";
import { register } from "./register.ts";
import { resampleShifted } from "./resample.ts";

const LIMITS = { leastPx: 0.15, mostPx: 5 };
const SIDE = 64;

test("a true shift is undone", () => {
  const { scene } = landscape({ seed: "shift", side: 128, bands: 3 });
  const bands = scene.bands.map((band) => resampleShifted(band, 128, 128, { dx: -1.3, dy: 0.6 }));
  const { registration } = register(scene, { ...scene, bands }, LIMITS);
  expect(registration).toMatchObject({
    status: "shifted",
    dx: expect.closeTo(1.3, 1),
    dy: expect.closeTo(-0.6, 1),
  });
});

test("a shift after which the dates agree no better is left alone", () => {
  // Square fields repeat, and new ground pulls the peak of so small a picture.
  const picture = (seed: string, isBuilt: boolean) => {
    const random = randomStream(seed);
    const bands = Array.from({ length: 4 }, (_, k) =>
      Float32Array.from({ length: SIDE * SIDE }, (__, i) => {
        const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
        const field = (Math.imul((x >> 3) * 31 + (y >> 3) * 17 + 5, 2_654_435_761) >>> 8) % 5;
        const isNew = isBuilt && x >= 20 && x < 32 && y >= 30 && y < 42;
        return 900 + 300 * ((field * (k + 2)) % 5) + (isNew ? 2500 : 0) + 25 * standardNormal(random);
      }),
    );
    return { width: SIDE, height: SIDE, bands, usable: null };
  };
  const { registration, scene } = register(picture("before", false), picture("after", true), LIMITS);
  expect(Math.hypot(registration.dx, registration.dy)).toBeGreaterThan(0.5);
  expect(registration.status).toBe("unmeasured");
  expect(scene).toEqual(picture("after", true));
});
