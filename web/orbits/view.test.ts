import { expect, test } from "vitest";
import { eyeOf, onCanvas } from "./view.ts";

/** A camera on the z axis, 4 radii out, looking at the middle; x to the right, y up. */
const MATRIX = Float64Array.of(2, 0, 0, 0, 0, 2, 0, 0, 0, 0, -1, -1, 0, 0, 3, 4);
const VIEW = { matrix: MATRIX, eye: eyeOf(MATRIX), sidereal: 0 };
/** In the frame of the elements x is towards 0° E while the sidereal time is 0, which on the globe is z. */
const at = (x: number, y: number, z: number, vy = 0) =>
  Float32Array.of(x * 6371, y * 6371, z * 6371, 0, vy, 0);

test("the camera is where the matrix has it", () => {
  expect(eyeOf(MATRIX).map((x) => x + 0)).toEqual([0, 0, 4]);
});

test("what is before the globe or beside it is seen, what is behind it is not", () => {
  expect(onCanvas(at(2, 0, 0), 0, VIEW)).toEqual([0.5, 0.5]);
  expect(onCanvas(at(-2, 0, 0), 0, VIEW)).toBeNull();
  expect(onCanvas(at(-2, 2.5, 0), 0, VIEW)?.[0]).toBeGreaterThan(0.5);
});

test("a state is continued by its velocity", () => {
  const [x] = onCanvas(at(2, 0, 0, 10), 60, VIEW)!;
  expect(x).toBeGreaterThan(0.5);
});
