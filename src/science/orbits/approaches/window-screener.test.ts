import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compileKernel } from "../../../../tools/build-kernel.ts";
import type { ElementSet } from "../elements/element-set.ts";
import { newestElements, readElements } from "../elements/read-elements.ts";
import { initialise } from "../sgp4/initialise.ts";
import { approachesFrom } from "./approach.ts";
import { indexCatalogue } from "./catalogue-index.ts";
import { joinStretches } from "./join-stretches.ts";
import { windowScreener } from "./window-screener.ts";
import { windowsOf, type Screening } from "./screening.ts";
import type { Stretch } from "./stretch.ts";
import { approachesByForce } from "./testing/brute-force.ts";
import { randomElements } from "./testing/random-elements.ts";

const START = Date.UTC(2025, 8, 1);
const CATALOGUE = "../shared/data/orbit/catalog_20250901.tle.gz";

function screen(elements: readonly ElementSet[], screening: Screening): Stretch[] {
  const screenWindow = windowScreener(initialise(elements), screening);
  return joinStretches(windowsOf(screening).map((window) => screenWindow(window).stretches));
}

/** Each minimum that brute force finds lies in a stretch of its pair, whose miss distance is no larger. */
function expectAllFound(elements: readonly ElementSet[], screening: Screening): number {
  const stretches = Map.groupBy(screen(elements, screening), ({ first, second }) => `${first} ${second}`);
  const forced = approachesByForce(initialise(elements), screening);
  for (const { first, second, tca, missKm } of forced) {
    const found = stretches
      .get(`${first} ${second}`)
      ?.find(({ from, to }) => tca > from - 1e-3 && tca < to + 1e-3);
    expect(found, `${first} and ${second} at ${tca}`).toBeDefined();
    expect(found!.missKm).toBeLessThan(missKm + 1e-6);
    if (found!.to - found!.from < 600) expect(found!.tca).toBeCloseTo(tca, 2);
  }
  return forced.length;
}

test("the kernel is what its sources make", async () => {
  const folder = "src/science/orbits/approaches/search";
  expect(readFileSync(`${folder}/kernel-bytes.ts`, "utf8")).toBe(await compileKernel(folder));
});

describe("nothing is missed that every pair at every step shows", () => {
  test.each([1, 2, 3, 4])("in a crowded sky, within %i0 km", (tens) => {
    const screening = { originMs: START, seconds: 15_000, withinKm: 10 * tens };
    expect(expectAllFound(randomElements(200, tens, START), screening)).toBeGreaterThan(10);
  });

  test.skipIf(!existsSync(CATALOGUE))("among objects of a real shell (needs ../shared/data)", () => {
    const text = gunzipSync(readFileSync(CATALOGUE)).toString("latin1");
    const shell = newestElements(readElements(text, CATALOGUE).elements).filter(
      ({ meanMotionRevPerDay }) => meanMotionRevPerDay > 14.2 && meanMotionRevPerDay < 14.4,
    );
    const some = shell.filter((_, i) => i % 6 === 0);
    expect(expectAllFound(some, { originMs: START, seconds: 21_600, withinKm: 5 })).toBeGreaterThan(10);
  });
});

test("an object next to another is one proximity, over the ends of windows", () => {
  const [one] = randomElements(1, 1, START) as [ElementSet];
  const beside = { ...one, id: 2, meanAnomalyDeg: one.meanAnomalyDeg + 0.01 };
  const screening = { originMs: START, seconds: 1.2 * 86_400, withinKm: 5 };
  const found = approachesFrom(screen([beside, one], screening), initialise([beside, one]), screening);
  expect(found).toEqual([expect.objectContaining({ id1: 1, id2: 2, kind: "proximity", fromMs: START })]);
  expect(found[0]!.toMs).toBe(START + 1.2 * 86_400_000);
  expect(found[0]!.missKm).toBeCloseTo((0.01 * Math.PI * 6930) / 180, 1);
});

test("nothing is told past the end of the span, wherever in an arc that is", () => {
  const elements = randomElements(150, 8, START);
  const screening = { originMs: START, seconds: 4321, withinKm: 100 };
  const all = screen(elements, { ...screening, seconds: 9000 });
  const cut = screen(elements, screening);
  expect(cut.every(({ from, to }) => from < 4321 && to <= 4321)).toBe(true);
  expect(cut.length).toBe(all.filter(({ from }) => from < 4321).length);
  const index = indexCatalogue(elements, screening);
  const ends = elements.flatMap((each) => index.rescreen(each).approaches.map(({ toMs }) => toMs));
  expect(Math.max(...ends)).toBeLessThanOrEqual(START + 4_321_000);
});

test("an object that decays is absent from then on, and said to be", () => {
  const [one] = randomElements(1, 1, START) as [ElementSet];
  const falling = { ...one, id: 2, bstar: 0.5, meanMotionRevPerDay: 16.2, eccentricity: 0.001 };
  const screening = { originMs: START, seconds: 86_400, withinKm: 5 };
  const { absences } = windowScreener(initialise([one, falling]), screening)(windowsOf(screening)[0]!);
  expect(absences).toEqual([{ index: 1, seconds: expect.any(Number), error: expect.any(Number) }]);
});
