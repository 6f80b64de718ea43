import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { siderealTimeRad } from "#science/earth/index.ts";
import type { ElementSet } from "../elements/element-set.ts";
import { bareSet } from "../elements/testing/bare-set.ts";
import { readElements } from "../elements/read-elements.ts";
import { initialise } from "../sgp4/initialise.ts";
import { propagate } from "../sgp4/propagate.ts";
import { beltDriftDegPerDay, beltLongitudeDeg, wrapDeg } from "./belt-longitude.ts";
import { beltTracks } from "./belt-track.ts";
import { freeAccelerationDegPerDay2 } from "./free-drift.ts";
import { findVisits, type Visit } from "./visits.ts";

const DATA = "../shared/data/orbit";
const unpacked = (file: string) => gunzipSync(readFileSync(`${DATA}/${file}`)).toString();

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2024, 0, 1);

/** Elements of an object over `lonDeg` that drifts at `rate`, on a round orbit over the equator. */
function overLongitude(id: number, days: number, lonDeg: number, rate: number): ElementSet {
  const epochMs = START_MS + days * DAY_MS;
  const still = bareSet({
    id,
    name: `OBJECT ${id}`,
    epochMs,
    meanMotionRevPerDay: 1.0027,
    eccentricity: 1e-4,
    inclinationDeg: 0.05,
    raanDeg: 90,
    argumentOfPerigeeDeg: 10,
    meanAnomalyDeg: lonDeg - 100 + (siderealTimeRad(epochMs) * 180) / Math.PI,
  });
  const meanMotionRevPerDay = still.meanMotionRevPerDay + (rate - beltDriftDegPerDay(still)) / 360;
  return { ...still, meanMotionRevPerDay };
}

/** An object that stays, drifts on, and stays again, seen every ten days. */
const journey = (id: number, from: number, to: number) => {
  const sets = [0, 10, 20, 30, 40, 50].map((day) => overLongitude(id, day, from, 0.005));
  const rate = (to - from) / 40;
  const under = [60, 70, 80].map((day) => overLongitude(id, day, from + rate * (day - 50), rate));
  return [...sets, ...under, ...[90, 100, 110].map((day) => overLongitude(id, day, to, -0.004))];
};

test("an object that stays, drifts and stays again made two stays, bracketed by where it was else", () => {
  const far = fc.double({ min: 2, max: 60, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), far, (from, away) => {
      const visits = findVisits(journey(1, from, from + away));
      expect(visits.map(({ kind }) => kind)).toEqual(["stay", "stay"]);
      for (const [i, lonDeg] of [from, from + away].entries()) {
        expect(Math.abs(wrapDeg(visits[i]!.lonDeg - lonDeg))).toBeLessThan(1e-6);
      }
      const [first, second] = visits as [Visit, Visit];
      expect([first.arrivedAfterMs, second.leftBeforeMs]).toEqual([null, null]);
      const days = [first.fromMs, first.toMs, first.leftBeforeMs, second.arrivedAfterMs, second.fromMs];
      expect(days.map((ms) => Math.round((ms! - START_MS) / DAY_MS))).toEqual([0, 50, 60, 80, 90]);
      if (away > 5) expect(first.departureDrift).toBeCloseTo(away / 40, 3);
    }),
  );
});

test("neighbours are those that stayed within a degree at the same time, also across ±180°", () => {
  const keeper = [0, 40, 80, 120].map((day) => overLongitude(2, day, 179.9, 0));
  const gone = [-300, -260].map((day) => overLongitude(3, day, 179.9, 0));
  const visits = findVisits([...keeper, ...gone, ...journey(1, -179.8, 170)]);
  const seen = (id: number) =>
    visits.filter((visit) => visit.id === id).map(({ neighbours }) => neighbours.map((n) => n.id));
  expect([seen(1), seen(2), seen(3)]).toEqual([[[2], []], [[1]], [[]]]);
  expect(visits[0]!.neighbours[0]!.minDeg).toBeCloseTo(0.3, 6);
});

test("free drift is still at the four equilibria of the belt and nowhere else", () => {
  const signs = Array.from({ length: 720 }, (_, i) => Math.sign(freeAccelerationDegPerDay2(i / 2 - 179.9)));
  const zeros = signs.flatMap((sign, i) => (sign === signs[(i + 1) % 720] ? [] : [i / 2 - 179.9]));
  expect(zeros.length).toBe(4);
  for (const [i, lonDeg] of [-105.3, -11.5, 75.1, 161.9].entries()) {
    expect(Math.abs(zeros[i]! - lonDeg)).toBeLessThan(0.6);
  }
});

describe.skipIf(!existsSync(DATA))(`real histories (need ${DATA})`, () => {
  test("mean longitude is SGP4's sub-longitude averaged over a turn, to 0.01° for nineteen in twenty", () => {
    const geo = readElements(unpacked("celestrak_geo_2026/geo_2026-05-24_30_history.3le.gz"), "geo");
    const sets = beltTracks(geo.elements).map(({ places }) => places.at(-1)!.elements);
    const apart = sets.map((e) => Math.abs(wrapDeg(averagedLongitude(e) - beltLongitudeDeg(e))));
    apart.sort((a, b) => a - b);
    expect(apart[Math.floor(apart.length * 0.95)]).toBeLessThan(0.01);
    expect(apart.at(-1)).toBeLessThan(0.05);
  });

  let [elements, visits]: [readonly ElementSet[], Visit[]] = [[], []];
  beforeAll(() => {
    const rows = unpacked("geo_belt_snapshots_1997-2025.tsv.gz").trimEnd().split("\n").slice(1);
    const text = rows.map((row) => row.split("\t").slice(2).join("\n").replace(/^/, "0 ")).join("\n");
    elements = readElements(text, "belt").elements;
    visits = findVisits(elements);
  }, 60_000);
  const staysOf = (id: number) => visits.filter((visit) => visit.id === id && visit.kind === "stay");
  const staysNear = (id: number, lonDeg: number) =>
    staysOf(id).filter((visit) => Math.abs(wrapDeg(visit.lonDeg - lonDeg)) < 0.3);

  /** Where Luch (Olymp) and Luch (Olymp) 2 are on record to have parked, and beside whom. */
  test.each([
    [40258, -18.1, "2015-08-08", "INTELSAT 901"],
    [40258, -24.4, "2015-12-03", "INTELSAT 905"],
    [40258, -1.1, "2016-03-01", "INTELSAT 1002"],
    [40258, 9.9, "2017-01-08", "EUTE 10A"],
    [40258, 32.7, "2017-10-14", "INTELSAT NEW DAWN"],
    [40258, 38.1, "2017-12-20", "ATHENA-FIDUS"],
    [40258, 49.9, "2018-08-18", "TURKSAT 4B"],
    [40258, 57.0, "2018-12-09", "NSS 12"],
    [40258, 60.0, "2019-05-08", "INTELSAT 33E"],
    [40258, 70.6, "2020-01-08", "EUTE 70B"],
    [40258, -18.1, "2023-06-20", "INTELSAT 37E"],
    [55841, 9.0, "2023-07-19", "EUTE KA SAT 9A"],
    [55841, 3.2, "2023-11-08", "EUTE 3B"],
    [55841, 4.8, "2024-05-12", "ASTRA 4A"],
    [55841, -0.6, "2024-07-09", "THOR 7"],
  ])("%i parked at %f° on %s beside %s", (id, lonDeg, day, beside) => {
    const at = Date.parse(day) + DAY_MS / 2;
    const stay = staysNear(id, lonDeg).find((v) => v.fromMs <= at + DAY_MS && v.toMs >= at - DAY_MS);
    expect(stay?.neighbours.slice(0, 3).map(({ name }) => name)).toContainEqual(
      expect.stringContaining(beside),
    );
    expect(stay!.arrivedAfterMs! < stay!.fromMs).toBe(true);
  });

  test("SJ-21 is seen to meet the abandoned Compass G2 and to take it along", () => {
    const tows = visits.filter(({ kind }) => kind === "tow" || kind === "towed");
    expect(tows.map(({ id, neighbours }) => [id, neighbours[0]!.id])).toEqual([
      [34779, 49330],
      [49330, 34779],
    ]);
    expect(new Date(tows[0]!.fromMs).toISOString()).toMatch(/^2022-01-05/);
    expect(tows[0]!.neighbours[0]!.minDeg).toBeLessThan(0.05);
  });

  test("MEV-1 is seen to carry Intelsat 901, and Compass G2 to have parked nowhere in twelve years of drift", () => {
    const together = visits.filter(({ id, kind }) => id === 44625 && kind === "together");
    expect(together.map(({ neighbours }) => neighbours[0]!.id)).toContain(26824);
    expect(staysOf(34779).filter(({ fromMs }) => fromMs > Date.UTC(2010, 0, 1))).toEqual([]);
  });

  test("a satellite that keeps its slot for twenty years made one stay", () => {
    expect(staysOf(28358).length).toBe(1);
  });

  test("the order of the sets does not matter", () => {
    const some = elements.filter(({ id }) => id > 48_000 && id < 80_000);
    expect(findVisits(some.toReversed())).toEqual(findVisits(some));
  });
});

/** Sub-longitude over one turn about the epoch, from SGP4's positions. */
function averagedLongitude(e: ElementSet): number {
  const orbits = initialise([e]);
  const state = new Float64Array(6);
  const base = beltLongitudeDeg(e);
  const steps = 48;
  let sum = 0;
  for (let s = 0; s < steps; s++) {
    const minutes = ((s + 0.5) / steps - 0.5) * (1440 / e.meanMotionRevPerDay);
    propagate(orbits, 0, minutes, state);
    const turned = siderealTimeRad(e.epochMs + minutes * 60_000);
    sum += wrapDeg(((Math.atan2(state[1]!, state[0]!) - turned) * 180) / Math.PI - base);
  }
  return base + sum / steps;
}
