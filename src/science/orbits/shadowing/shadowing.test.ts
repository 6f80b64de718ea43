import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ElementSet } from "../elements/element-set.ts";
import { bareSet } from "../elements/testing/bare-set.ts";
import { readElements } from "../elements/read-elements.ts";
import { initialise } from "../sgp4/initialise.ts";
import { propagate } from "../sgp4/propagate.ts";
import { orbitAt, relativeOrbit } from "./relative-orbit.ts";
import { findShadowing } from "./shadowing.ts";

const HISTORIES = "../shared/data/orbit/strategic_histories_1997-2025.3le.gz";
const START_MS = Date.UTC(2022, 7, 1);
const DAY_MS = 86_400_000;

const orbit = (id: number, days: number, change: Partial<ElementSet> = {}): ElementSet =>
  bareSet({
    id,
    name: `OBJECT ${id}`,
    epochMs: START_MS + days * DAY_MS,
    meanMotionRevPerDay: 15.3,
    eccentricity: 5e-4,
    inclinationDeg: 97.25,
    raanDeg: 40,
    argumentOfPerigeeDeg: 80,
    meanAnomalyDeg: 0,
    ...change,
  });

/** An object about every ten days for half a year, whose node runs off by so much a day from day 60 on. */
const leaving = (id: number, rate: number) =>
  Array.from({ length: 18 }, (_, i) =>
    orbit(id, 10 * i, { raanDeg: nodeOf(i) + Math.max(10 * i - 60, 0) * rate }),
  );
const nodeOf = (i: number) => 40 + orbitAt(orbit(1, 0)).nodeDegPerDay * 10 * i;

test("who leaves the plane of a watched satellite was beside it until then", () => {
  const elements = [...leaving(1, 0), ...leaving(2, 0.1)];
  const [stay, ...others] = findShadowing(elements, new Set([1]));
  expect(others).toEqual([]);
  expect(stay).toMatchObject({ id: 2, watched: 1, kind: "proximity", notBeforeMs: null });
  expect([(stay!.toMs - START_MS) / DAY_MS, (stay!.notAfterMs! - START_MS) / DAY_MS]).toEqual([70, 80]);
});

test("neither another plane nor another height is shadowing, and nobody shadows himself", () => {
  const other = leaving(2, 0).map((e) => ({ ...e, raanDeg: e.raanDeg + 3 }));
  const higher = leaving(3, 0).map((e) => ({ ...e, meanMotionRevPerDay: 14.7 }));
  expect(findShadowing([...leaving(1, 0), ...other, ...higher], new Set([1]))).toEqual([]);
});

test("the angle between planes is the one between the angular momenta", () => {
  const pair = [orbit(1, 0), orbit(2, 0, { inclinationDeg: 96.6, raanDeg: 42.3 })] as const;
  const orbits = initialise(pair);
  const [a, b] = [0, 1].map((index) => {
    const s = new Float64Array(6);
    propagate(orbits, index, 0, s);
    const h = [
      s[1]! * s[5]! - s[2]! * s[4]!,
      s[2]! * s[3]! - s[0]! * s[5]!,
      s[0]! * s[4]! - s[1]! * s[3]!,
    ] as const;
    return h.map((x) => x / Math.hypot(...h));
  });
  const angle = (Math.acos(a!.reduce((sum, x, i) => sum + x * b![i]!, 0)) * 180) / Math.PI;
  expect(Math.abs(relativeOrbit(orbitAt(pair[0]), orbitAt(pair[1])).planeDeg - angle)).toBeLessThan(0.05);
});

describe.skipIf(!existsSync(HISTORIES))(`real histories (need ${HISTORIES})`, () => {
  const found = () =>
    findShadowing(readElements(gunzipSync(readFileSync(HISTORIES)).toString(), "strategic").elements);

  test("the proximity operations on record are among those found", () => {
    const pairs = found()
      .filter(({ kind }) => kind === "proximity")
      .map(({ id, watched }) => [watched, id]);
    expect(pairs).toEqual(
      expect.arrayContaining([
        // Shiyan-7, Chuangxin-3 and Shijian-15, launched together in 2013.
        [39208, 39209],
        [39209, 39210],
        // Cosmos 2521 left Cosmos 2519; Cosmos 2543 came to Cosmos 2535; Cosmos 2581 to 2583 fly together.
        [42798, 42919],
        [44421, 44835],
        [62902, 62903],
      ]),
    );
  });
});
