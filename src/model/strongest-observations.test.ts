import { expect, test } from "vitest";
import { strongestObservations } from "./strongest-observations.ts";

const driver = (indicator: string, shifts: Record<string, number>) => ({
  indicator,
  statement: indicator,
  logOdds: 0.1,
  observations: Object.entries(shifts).map(([id, logOdds]) => ({ id, logOdds })),
});

test("an observation that two indicators read is told once, by its largest shift whatever its sign", () => {
  const strongest = strongestObservations([
    driver("A", { arrest: 1.1, cut: -0.4 }),
    driver("B", { denial: -1.5, arrest: 0.2 }),
  ]);
  expect(strongest.map(({ id, logOdds }) => [id, logOdds])).toEqual([
    ["denial", -1.5],
    ["arrest", 1.1],
    ["cut", -0.4],
  ]);
});
