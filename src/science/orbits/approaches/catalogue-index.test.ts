import { expect, test } from "vitest";
import { initialise } from "../sgp4/initialise.ts";
import { approachesFrom } from "./approach.ts";
import { indexCatalogue } from "./catalogue-index.ts";
import { joinStretches } from "./join-stretches.ts";
import { windowsOf } from "./screening.ts";
import { randomElements } from "./testing/random-elements.ts";
import { windowScreener } from "./window-screener.ts";

const START = Date.UTC(2025, 8, 1);

test("each object alone against the catalogue finds what all against all found of it", () => {
  const elements = randomElements(300, 5, START);
  const screening = { originMs: START, seconds: 30_000, withinKm: 20 };
  const orbits = initialise(elements);
  const screenWindow = windowScreener(orbits, screening);
  const stretches = joinStretches(windowsOf(screening).map((window) => screenWindow(window).stretches));
  const all = approachesFrom(stretches, orbits, screening);
  const index = indexCatalogue(elements, screening);
  expect(all.length).toBeGreaterThan(20);
  for (const each of elements.slice(0, 100)) {
    const { approaches } = index.rescreen(each);
    const sought = all.filter(({ id1, id2 }) => id1 === each.id || id2 === each.id);
    expect(approaches.map(({ id1, id2 }) => [id1, id2])).toEqual(sought.map(({ id1, id2 }) => [id1, id2]));
    approaches.forEach((approach, i) => {
      expect(approach.tcaMs).toBeCloseTo(sought[i]!.tcaMs, 0);
      expect(approach.missKm).toBeCloseTo(sought[i]!.missKm, 6);
    });
  }
});

test("an object that moved is sought where it is now, one that decayed is said to have", () => {
  const elements = randomElements(50, 6, START);
  const [first, second] = elements as [(typeof elements)[0], (typeof elements)[0]];
  const index = indexCatalogue(elements, { originMs: START, seconds: 20_000, withinKm: 5 });
  const beside = { ...second, id: first.id, meanAnomalyDeg: second.meanAnomalyDeg + 0.01 };
  expect(index.rescreen(beside).approaches).toContainEqual(
    expect.objectContaining({ id1: first.id, id2: second.id, kind: "proximity" }),
  );
  const fallen = {
    ...first,
    bstar: 0.9,
    meanMotionRevPerDay: 16.3,
    eccentricity: 0.001,
    epochMs: START - 30 * 86_400_000,
  };
  expect(index.rescreen(fallen)).toEqual({
    approaches: [],
    absence: { index: 0, seconds: 0, error: expect.any(Number) },
  });
});
