import { expect, test } from "vitest";
import { CELL, heatLayout, LINE } from "./heat-layout.ts";

const letters = (text: string) => text.length * 8;
const rows = [
  { label: "Anti-satellite test" },
  { label: "Signals of a weapon for orbit, ".repeat(4).trim() },
];

test("rows follow each other without overlapping, each as high as its label", () => {
  const { places, height } = heatLayout(rows, 1000, letters);
  expect(places[0]!.height).toBe(CELL);
  expect(places[1]!.height).toBe(places[1]!.lines.length * LINE);
  expect(places[1]!.y).toBeGreaterThanOrEqual(places[0]!.y + places[0]!.height);
  expect(height).toBeGreaterThanOrEqual(places[1]!.y + places[1]!.height);
});

test("a narrow page puts the cells below the label and gives them its whole width", () => {
  const { left, places } = heatLayout(rows, 340, letters);
  expect(left).toBe(0);
  expect(places[0]!.cellsY).toBe(places[0]!.y + LINE);
});
