import { expect, test } from "vitest";
import { strongestObservations } from "./strongest-observations.ts";

const driver = (indicator: string, shifts: Record<string, number>) => ({
  indicator,
  statement: indicator,
  logOdds: 0.1,
  observations: Object.entries(shifts).map(([id, logOdds]) => ({ id, logOdds })),
});

const counted = { stories: 0, building: 1, critical: 2, withinMonths: 12, unseenMonths: 0, power: 1 };

test("an observation that two indicators read is told once, by its largest shift whatever its sign", () => {
  const drivers = [driver("A", { arrest: 1.1, cut: -0.4 }), driver("B", { denial: -1.5, arrest: 0.2 })];
  const strongest = strongestObservations([{ drivers, counted }]);
  expect(strongest.map(({ id, logOdds }) => [id, logOdds])).toEqual([
    ["denial", -1.5],
    ["arrest", 1.1],
    ["cut", -0.4],
  ]);
});

test("what a rule has counted is told though no single case moves it, after what does", () => {
  const cases = [
    { id: "newest", logOdds: 0 },
    { id: "older", logOdds: 0 },
  ];
  const strongest = strongestObservations([
    { drivers: [driver("A", { arrest: 0.1 })], counted: { ...counted, cases } },
    { drivers: [driver("B", { older: -0.2 })], counted },
  ]);
  expect(strongest.map(({ id }) => id)).toEqual(["older", "arrest", "newest"]);
});
