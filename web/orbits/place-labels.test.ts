import { expect, test } from "vitest";
import { placeLabels } from "./place-labels.ts";

const label = (x: number, y: number) => ({ x, y, width: 60, height: 14 });

test("labels that would cover an earlier one are left out, and make room for others", () => {
  const [first, covering, below, beside] = [label(0, 0), label(30, 5), label(30, 14), label(60, 0)];
  expect(placeLabels([first, covering, below, beside])).toEqual([first, below, beside]);
  expect(placeLabels([])).toEqual([]);
});
