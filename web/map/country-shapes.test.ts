import { readFileSync } from "node:fs";
import { geoArea, geoContains } from "d3-geo";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { countryShapes } from "./country-shapes.ts";
import type { World } from "./world.ts";

vi.mock("world-atlas/countries-50m.json?url", () => ({ default: "" }));

const world = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json", "utf8")) as World;
const shapes = countryShapes(world);

test("every state of the watch has a shape but Tuvalu, which the atlas lacks", () => {
  const { alignment } = parse(readFileSync("watches/ilrs/watch.yaml", "utf8"));
  const states = Object.values<Record<string, string>>(alignment.regions).flatMap((names) =>
    Object.keys(names),
  );
  expect(states).toHaveLength(193);
  expect(states.filter((state) => !shapes.has(state))).toEqual(["TUV"]);
});

test.each([
  ["THA", [100.5, 13.75]],
  ["RUS", [-172, 66]],
  ["FRA", [-53, 4]],
  ["AUS", [149.1, -35.3]],
] as const)("%s lies where it is", (state, place) => {
  expect(geoContains(shapes.get(state)!, [...place])).toBe(true);
});

test("no shape is wound the wrong way, which would fill the rest of the globe", () => {
  expect([...shapes].filter(([, shape]) => geoArea(shape) > 1).map(([code]) => code)).toEqual([]);
});
