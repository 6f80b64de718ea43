import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { sgp4, twoline2satrec } from "satellite.js";
import { describe, expect, test } from "vitest";
import { readElements } from "../elements/read-elements.ts";
import { initialise } from "./initialise.ts";
import { allocateStates, propagateBatch } from "./propagate-batch.ts";
import { PROPAGATION_ERRORS } from "./propagation-error.ts";
import { propagate } from "./propagate.ts";

const DATA = "../shared/data/orbit";

const VANGUARD = `1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667`;
const SYNCHRONOUS = `1 28626U 05008A   06176.46683397 -.00000205  00000-0  10000-3 0  2190
2 28626   0.0019 286.9433 0000335  13.7918  55.6504  1.00270176  4891`;
const MOLNIYA = `1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656`;
const DECAYING = `1 29141U 85108AA  06170.26783845  .99999999  00000-0  13519-0 0   718
2 29141  82.4288 273.4882 0015848 277.2124  83.9133 15.93343074  6828`;

const orbitsOf = (text: string) => initialise(readElements(text, "test").elements);

test("published states are met (Vallado et al. 2006)", () => {
  const rows = [
    [VANGUARD, 360, -7154.03120202, -3783.17682504, -3536.19412294, 4.741887409, -4.151817765, -2.093935425],
    [MOLNIYA, 0, 2349.8948335, -14785.93811562, 0.02119378, 2.721488096, -3.256811655, 4.498416672],
    [SYNCHRONOUS, 0, 42080.71852213, -2646.86387436, 0.81851294, 0.193105177, 3.068688251, 0.000438449],
  ] as const;
  const state = new Float64Array(6);
  for (const [set, minutes, ...expected] of rows) {
    expect(propagate(orbitsOf(set), 0, minutes, state)).toBe(0);
    expected.forEach((value, i) => expect(state[i]).toBeCloseTo(value, i < 3 ? 7 : 8));
  }
});

describe.skipIf(!existsSync(DATA))(`published material (needs ${DATA})`, () => {
  const load = (name: string) => {
    const bytes = readFileSync(`${DATA}/${name}`);
    return new TextDecoder().decode(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  };

  test("666 verification vectors within 1.2e-7 km, and the one that is impossible refused", () => {
    const orbits = orbitsOf(load("SGP4-VER.TLE"));
    const state = new Float64Array(6);
    const refused: unknown[] = [];
    let [object, met] = [-1, 0];
    for (const line of load("tcppver.out").trim().split("\n")) {
      if (line.includes("xx")) object++;
      else {
        const [minutes, ...expected] = line.trim().split(/\s+/).map(Number);
        const error = propagate(orbits, object, minutes!, state);
        const miss = (from: number) =>
          Math.hypot(...[0, 1, 2].map((i) => state[from + i]! - expected[from + i]!));
        if (error !== 0) refused.push([orbits.ids[object], minutes, PROPAGATION_ERRORS[error]]);
        else if (miss(0) <= 1.2e-7 && miss(3) <= 1e-9) met++;
      }
    }
    expect(met).toBe(666);
    expect(refused).toEqual([[33334, 0, "perturbed-eccentricity"]]);
  });

  test("a whole catalogue agrees with satellite.js over a week within 1e-6 km", () => {
    const text = load("catalog_20250901.tle.gz");
    const lines = text.split("\n").filter((line) => /^[12] /.test(line));
    const orbits = orbitsOf(text);
    const state = new Float64Array(6);
    let worstKm = 0;
    const disputed: string[] = [];
    for (let object = 0; object < orbits.count; object++) {
      const peer = twoline2satrec(lines[2 * object]!, lines[2 * object + 1]!);
      for (const minutes of [0, 3000, 10_080]) {
        const error = propagate(orbits, object, minutes, state);
        const answer = sgp4(peer, minutes);
        if (error === 0 && answer) {
          const { x, y, z } = answer.position;
          worstKm = Math.max(worstKm, Math.hypot(state[0]! - x, state[1]! - y, state[2]! - z));
        } else if (error === 0 || answer) {
          disputed.push(`${peer.tempa > 0 ? "alive" : "long decayed"}: ${PROPAGATION_ERRORS[error]}`);
        }
      }
    }
    expect(worstKm).toBeLessThan(1e-6);
    expect([...new Set(disputed)]).toEqual(["long decayed: decayed"]);
  });
});

test("an object that has decayed is refused from then on, and never has a position again", () => {
  const orbits = orbitsOf(DECAYING);
  const state = new Float64Array(6);
  const errors = Array.from({ length: 2000 }, (_, day) => propagate(orbits, 0, day * 1440, state));
  const end = errors.findIndex((error) => error !== 0);
  expect(end).toBeGreaterThan(0);
  expect(errors.slice(end).every((error) => error !== 0)).toBe(true);
  expect([...state]).toEqual([0, 0, 0, 0, 0, 0]);
});

test("the order in which times are asked for does not matter", () => {
  const minutes = fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(SYNCHRONOUS, MOLNIYA, VANGUARD), minutes, (set, times) => {
      const [asked, fresh] = [new Float64Array(6), new Float64Array(6)];
      const orbits = orbitsOf(set);
      for (const time of times) {
        propagate(orbits, 0, time, asked);
        propagate(orbitsOf(set), 0, time, fresh);
        expect(asked).toEqual(fresh);
      }
    }),
    { numRuns: 50 },
  );
});

test("whatever the elements and the time, a state is finite or refused", () => {
  const set = fc.record({
    meanMotionRevPerDay: fc.double({ min: 1e-6, max: 20, noNaN: true }),
    eccentricity: fc.double({ min: 0, max: 0.9999999, noNaN: true }),
    inclinationDeg: fc.oneof(fc.double({ min: 0, max: 180, noNaN: true }), fc.constantFrom(0, 90, 180)),
    raanDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    argumentOfPerigeeDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    meanAnomalyDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    bstar: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  const [vanguard] = readElements(VANGUARD, "test").elements;
  const state = new Float64Array(6);
  fc.assert(
    fc.property(set, fc.double({ min: -1e7, max: 1e7, noNaN: true }), (elements, minutes) => {
      const error = propagate(initialise([{ ...vanguard!, ...elements }]), 0, minutes, state);
      expect(state.every(Number.isFinite)).toBe(true);
      expect(PROPAGATION_ERRORS[error]).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});

test("a batch holds what single calls say, from each epoch or from one moment", () => {
  const orbits = orbitsOf([VANGUARD, MOLNIYA, DECAYING].join("\n"));
  const minutes = Float64Array.of(0, 100, 20_000);
  for (const originMs of [null, orbits.epochsMs[1]! + 3_600_000]) {
    const states = allocateStates(6);
    propagateBatch(orbits, { first: 1, end: 3 }, { minutes, originMs }, states);
    const single = new Float64Array(6);
    for (let cell = 0; cell < 6; cell++) {
      const object = 1 + Math.floor(cell / 3);
      const start = originMs === null ? 0 : (originMs - orbits.epochsMs[object]!) / 60_000;
      expect(states.errors[cell]).toBe(propagate(orbits, object, start + minutes[cell % 3]!, single));
      expect(states.values.subarray(cell * 6, cell * 6 + 6)).toEqual(single);
    }
  }
});
