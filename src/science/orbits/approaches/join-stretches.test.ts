import { expect, test } from "vitest";
import { joinStretches } from "./join-stretches.ts";

const stretch = (first: number, second: number, from: number, to: number, missKm = 1) => {
  return { first, second, from, to, tca: (from + to) / 2, missKm, speedKmS: 0.001 };
};

test("what a window cut in two is one again, with the nearer of both moments", () => {
  const windows = [
    [stretch(1, 2, 100, 900, 0.5)],
    [stretch(1, 2, 900, 1800, 0.3)],
    [stretch(1, 2, 1800, 1900, 0.4)],
  ];
  expect(joinStretches(windows)).toEqual([{ ...stretch(1, 2, 900, 1800, 0.3), from: 100, to: 1900 }]);
});

test("stretches with a gap, or of other pairs, stay apart", () => {
  const windows = [[stretch(1, 3, 100, 900), stretch(1, 2, 100, 890)], [stretch(1, 2, 900, 950)]];
  expect(joinStretches(windows)).toEqual([
    stretch(1, 2, 100, 890),
    stretch(1, 2, 900, 950),
    stretch(1, 3, 100, 900),
  ]);
});
