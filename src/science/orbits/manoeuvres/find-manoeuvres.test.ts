import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import type { ElementSet } from "../elements/element-set.ts";
import { bareSet } from "../elements/testing/bare-set.ts";
import { readElements } from "../elements/read-elements.ts";
import { meanOrbit, secularRates } from "../sgp4/mean-orbit.ts";
import { findManoeuvres } from "./find-manoeuvres.ts";
import { respond, RESPONSES } from "./response.ts";

const DATA = "../shared/data/orbit/shorten";
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2020, 0, 1);
const RAD = Math.PI / 180;
const ORBIT_M_PER_RAD = 7_190_000;

interface InjectedBurn {
  readonly day: number;
  readonly dvMs: number;
}

/** A year of daily sets at 800 km that lag so many days, with slow decay, scatter of 25 m and 0.03 mm/s, and the burns given. */
function yearOfSets(burns: readonly InjectedBurn[], seed: number, lagDays = 0): ElementSet[] {
  const said = new Float64Array(2);
  const random = randomStream(seed);
  const scatter = () => random() + random() + random() - 1.5;
  const base = bareSet({
    id: 90_001,
    name: "TEST",
    epochMs: START_MS,
    meanMotionRevPerDay: 14.27,
    eccentricity: 1e-3,
    inclinationDeg: 98.6,
    raanDeg: 10,
    argumentOfPerigeeDeg: 90,
    meanAnomalyDeg: 0,
    bstar: 1e-5,
  });
  const { mdot, argpdot, nodedot } = secularRates(meanOrbit(base));
  const radPerDay = (mdot + argpdot) * 1440;
  return Array.from({ length: 365 }, (_, i) => {
    const day = i * 0.97 + 0.1 * random();
    const drag = 60;
    let [metres, rate] = [(drag * day * day) / 2 + 50 * scatter(), drag * day + 15 * scatter()];
    for (const burn of burns) {
      const step = -3 * 86_400 * burn.dvMs;
      respond({ days: lagDays, order: 1 }, day - burn.day, said);
      [metres, rate] = [metres + step * said[0]!, rate + step * said[1]!];
    }
    const angle = (radPerDay * day + metres / ORBIT_M_PER_RAD) / RAD;
    return {
      ...base,
      epochMs: START_MS + day * DAY_MS,
      raanDeg: (base.raanDeg + (nodedot * 1440 * day) / RAD) % 360,
      meanMotionRevPerDay: base.meanMotionRevPerDay * (1 + rate / ORBIT_M_PER_RAD / radPerDay),
      meanAnomalyDeg: angle - 360 * Math.floor(angle / 360),
    };
  });
}

test("a quiet year has no manoeuvre", () => {
  for (const seed of [1, 2, 3]) expect(findManoeuvres(yearOfSets([], seed))).toEqual([]);
});

test("injected burns of a centimetre per second are found within six hours, with their size and sign", () => {
  const sizes = fc.double({ min: 0.01, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.array(sizes, { minLength: 4, maxLength: 4 }),
      (seed, dvs) => {
        const burns = dvs.map((dv, i) => ({ day: 60.4 + 70.13 * i, dvMs: i % 2 === 0 ? dv : -dv }));
        const found = findManoeuvres(yearOfSets(burns, seed));
        expect(found.length).toBe(4);
        for (const [i, { timeMs, alongMs, between }] of found.entries()) {
          expect(Math.abs((timeMs - START_MS) / DAY_MS - burns[i]!.day)).toBeLessThan(0.25);
          expect(Math.abs(alongMs / burns[i]!.dvMs - 1)).toBeLessThan(0.2);
          expect(between[0] < between[1]).toBe(true);
        }
      },
    ),
    { numRuns: 4 },
  );
});

test("where sets lag for days, burns are still found within half a day, whatever the lag", () => {
  for (const [seed, lagDays] of [4, 8].entries()) {
    const burns = [0.012, 0.02, 0.008, 0.015].map((dvMs, i) => ({ day: 60.4 + 70.13 * i, dvMs }));
    const found = findManoeuvres(yearOfSets(burns, seed + 1, lagDays));
    for (const { day, dvMs } of burns) {
      const near = found.filter(({ timeMs }) => Math.abs((timeMs - START_MS) / DAY_MS - day) < 0.5);
      expect(near.map(({ alongMs }) => Math.abs(alongMs / dvMs - 1) < 0.2)).toEqual([true]);
    }
  }
});

test("neither a bad set nor one issued again is a manoeuvre", () => {
  const sets = yearOfSets([], 4);
  const bad = {
    ...sets[200]!,
    meanMotionRevPerDay: 14.2715,
    meanAnomalyDeg: (sets[200]!.meanAnomalyDeg + 40) % 360,
  };
  const again = { ...sets[100]!, epochMs: sets[100]!.epochMs + 60_000 };
  expect(findManoeuvres([...sets.with(200, bad), again])).toEqual([]);
});

test("a second put into UTC is no manoeuvre, nor does it hide one", () => {
  const [start, inserted] = [Date.UTC(2016, 6, 1), Date.UTC(2017, 0, 1)];
  const burn = { day: 186.4, dvMs: 0.01 };
  const sets = yearOfSets([burn], 6).map((set) => {
    const passed = set.epochMs - START_MS + start;
    return { ...set, epochMs: passed < inserted ? passed : passed - 1000 };
  });
  const found = findManoeuvres(sets);
  const near = found.map(({ timeMs }) => Math.abs((timeMs - start) / DAY_MS - burn.day) < 0.25);
  expect(near).toEqual([true]);
});

test("a burn across the track alone is found between the sets that show it, a bad set is none", () => {
  const random = randomStream(7);
  const [burnt, bad] = [200, 120];
  const tiltDeg = 2 / 7450 / RAD;
  const sets = yearOfSets([], 7).map((set, i) => ({
    ...set,
    inclinationDeg: 98.6 + 2e-4 * (random() - 0.5) + (i >= burnt || i === bad ? tiltDeg : 0),
  }));
  const found = findManoeuvres(sets);
  expect(found.map(({ kind }) => kind)).toEqual(["cross-track"]);
  expect(found[0]!.acrossMs).toBeCloseTo(2, 1);
  expect(found[0]!.between).toEqual([sets[burnt - 1]!.epochMs, sets[burnt]!.epochMs]);
});

test("what lowers many low orbits within days is the air, what raises one or lowers it alone is a burn", () => {
  const storm = (k: number) => ({ day: 200.4 + 0.3 * k, dvMs: -0.01 - 0.002 * k });
  const burns = [
    [storm(0)],
    [{ day: 100.4, dvMs: -0.012 }, storm(1)],
    [storm(2)],
    [storm(3)],
    [{ day: 201.1, dvMs: 0.02 }],
    [storm(4)],
  ];
  const sets = burns.flatMap((some, k) => yearOfSets(some, k + 1).map((set) => ({ ...set, id: 90_001 + k })));
  expect(findManoeuvres(sets).map(({ id, alongMs }) => [id, Math.sign(alongMs)])).toEqual([
    [90_002, -1],
    [90_005, 1],
  ]);
  const few = sets.filter(({ id }) => id <= 90_003);
  expect(findManoeuvres(few).length).toBe(4);
});

test("an orbit raised for weeks by an engine that runs on is one manoeuvre, from its first day to its last", () => {
  const thrust = Array.from({ length: 300 }, (_, i) => ({ day: 150 + i / 10, dvMs: 0.1 }));
  // Over the poles the node stands still at any height.
  const polar = (burns: readonly InjectedBurn[]) =>
    yearOfSets(burns, 8).map((set) => ({ ...set, inclinationDeg: 90, raanDeg: 10 }));
  const raised = findManoeuvres(polar(thrust));
  expect(raised.map(({ kind }) => kind)).toEqual(["orbit-raising"]);
  const [from, to] = raised[0]!.between.map((ms) => (ms - START_MS) / DAY_MS) as [number, number];
  expect(Math.abs(from - 150)).toBeLessThan(1.2);
  expect(Math.abs(to - 180)).toBeLessThan(1.2);
  expect(Math.abs(raised[0]!.dvMs / 30 - 1)).toBeLessThan(0.05);
  const lowered = polar(thrust.map(({ day, dvMs }) => ({ day, dvMs: -dvMs })));
  expect(findManoeuvres(lowered).filter(({ kind }) => kind === "orbit-raising")).toEqual([]);
});

test("two burns a day apart are two", () => {
  const burns = [
    { day: 150.4, dvMs: 0.05 },
    { day: 152.3, dvMs: 0.08 },
  ];
  expect(findManoeuvres(yearOfSets(burns, 5)).length).toBe(2);
});

test("what sets say of a step is what least squares over their span gives", () => {
  const said = new Float64Array(2);
  for (const response of RESPONSES.filter(({ days }) => days > 0)) {
    for (const part of [0.1, 0.4, 0.8]) {
      const since = part * response.days;
      respond(response, since, said);
      const [distance, rate] = fittedAtEnd(response.days, since, response.order);
      expect(said[0]).toBeCloseTo(distance, 3);
      expect(said[1]).toBeCloseTo(rate, 3);
    }
  }
});

/** Value and slope, at the end of a span, of the polynomial fitted to a line that bends so long before. */
function fittedAtEnd(span: number, since: number, order: number): [number, number] {
  const count = 4000;
  const legendre = [(z: number) => z * 0 + 1, (z: number) => z, (z: number) => 1.5 * z * z - 0.5];
  const slopes = [0, 1, 3];
  let [value, slope] = [0, 0];
  for (let k = 0; k <= order; k++) {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const z = ((i + 0.5) / count) * 2 - 1;
      sum += Math.max(((z - 1) * span) / 2 + since, 0) * legendre[k]!(z);
    }
    const coefficient = ((2 * k + 1) * sum) / count;
    value += coefficient;
    slope += (coefficient * slopes[k]! * 2) / span;
  }
  return [value, slope];
}

describe.skipIf(!existsSync(DATA))(`real histories (need ${DATA})`, () => {
  const read = (name: string) => readElements(readFileSync(`${DATA}/${name}.tle`, "utf8"), name).elements;

  test("a satellite that keeps its ground track is seen to do so, within hours of the record", () => {
    const found = findManoeuvres(read("Sentinel-3A"));
    // Burns of the operator's record (IDS), by day of year 2017: 249 10:26, 270 08:08, 333 09:20, 347 08:09.
    for (const [day, hour] of [
      [249, 10.4],
      [270, 8.1],
      [333, 9.3],
      [347, 8.2],
    ] as const) {
      const at = Date.UTC(2017, 0, day) + hour * 3_600_000;
      expect(Math.min(...found.map(({ timeMs }) => Math.abs(timeMs - at)))).toBeLessThan(DAY_MS / 4);
    }
  });

  test("a geostationary satellite is seen to keep its station, and to turn its plane once, by 107 m/s", () => {
    const found = findManoeuvres(read("Fengyun-2F"));
    expect(found.filter(({ acrossMs }) => acrossMs > 50).map(({ acrossMs }) => Math.round(acrossMs))).toEqual(
      [107],
    );
    expect(found.filter(({ kind }) => kind === "station-keeping").length).toBeGreaterThan(40);
  });
});
