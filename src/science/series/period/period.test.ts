import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { datingOf } from "./dating.ts";
import { eventPeriod } from "./event-period.ts";
import { lombScarglePowers, periodicBasis } from "./lomb-scargle.ts";
import { cosinePhase, phaseSums } from "./schuster.ts";
import { drawSelfExciting, fitSelfExciting } from "./self-exciting.ts";
import { seriesPeriod } from "./series-period.ts";
import { smoothPhase, halfWaves, drawSmooth } from "./smooth-rate.ts";
import { falseAlarms, NULL_WORLDS } from "./testing/null-worlds.ts";

const DATA = "../shared/data/forecast/timeseries";

function yearly(file: string): { times: Float64Array; values: Float64Array } {
  const rows = readFileSync(`${DATA}/${file}`, "utf8").trim().split("\n").slice(1);
  const cells = rows.map((row) => row.split(",").map(Number));
  return { times: Float64Array.from(cells, ([t]) => t!), values: Float64Array.from(cells, ([, y]) => y!) };
}

/** Canadian lynx trapped a year, 1821–1934. Campbell & Walker 1977, JRSS A 140:411. */
const LYNX =
  "269 321 585 871 1475 2821 3928 5943 4950 2577 523 98 184 279 409 2285 2685 3409 1824 409 151 45 68 213 546 1033 2129 2536 957 361 377 225 360 731 1638 2725 2871 2119 684 299 236 245 552 1623 3311 6721 4254 687 255 473 358 784 1594 1676 2251 1426 756 299 201 229 469 736 2042 2811 4431 2511 389 73 39 49 59 188 377 1292 4031 3495 587 105 153 387 758 1307 3465 6991 6313 3794 1836 345 382 808 1388 2713 3800 3091 2985 3790 374 81 80 108 229 399 1132 2432 3574 2935 1537 529 485 662 1000 1590 2657 3396";

const asked = (min: number, max: number, seed = 1) => ({
  band: { min, max },
  random: randomStream(seed),
  simulations: 199,
  unit: "years",
});

describe.skipIf(!existsSync(DATA))("published series", () => {
  const expected = JSON.parse(
    existsSync(DATA) ? readFileSync(`${DATA}/expected_dev.json`, "utf8") : "{}",
  ) as Record<string, { power_at: Record<string, number> }>;

  test.each([
    ["sunspots", "sunspots_1700_2008.csv"],
    ["nile", "nile_1871_1970.csv"],
  ])("%s has the reference power at every period", (name, file) => {
    const { times, values } = yearly(file);
    for (const [period, power] of Object.entries(expected[name]!.power_at)) {
      const basis = periodicBasis(times, Float64Array.of(1 / Number(period)));
      expect(Math.abs(lombScarglePowers(basis, values)[0]! - power)).toBeLessThan(1e-12);
    }
  });

  test("sunspots come in a cycle of 11 years", () => {
    const { times, values } = yearly("sunspots_1700_2008.csv");
    const { period, worstP, finding } = seriesPeriod(times, values, asked(5, 50));
    expect(period).toBeCloseTo(11, 0);
    expect({ worstP, finding }).toEqual({ worstP: 1 / 200, finding: "shown" });
  });

  test("the Nile does not", () => {
    const { times, values } = yearly("nile_1871_1970.csv");
    const { worstP, finding } = seriesPeriod(times, values, asked(2, 33));
    expect(worstP).toBeGreaterThan(0.2);
    expect(finding).not.toBe("shown");
  });
});

test("the lynx come in a cycle between nine and ten years", () => {
  const values = Float64Array.from(LYNX.split(" "), Number);
  const times = values.map((_, i) => 1821 + i);
  const { period, finding } = seriesPeriod(times, values, asked(2, 38));
  expect(period).toBeGreaterThan(9.3);
  expect(period).toBeLessThan(10);
  expect(finding).toBe("shown");
});

test("rotation from one frequency to the next adds up to the direct sum", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1900, max: 2030, noNaN: true }), { minLength: 1, maxLength: 30 }),
      (list) => {
        const frequencies = Float64Array.from({ length: 400 }, (_, k) => 0.05 + k * 0.002);
        const sums = phaseSums(Float64Array.from(list), frequencies, 1900);
        const direct = list.reduce(
          (sum, t) => sum + Math.cos(2 * Math.PI * frequencies[399]! * (t - 1900)),
          0,
        );
        expect(sums.real[399]!).toBeCloseTo(direct, 9);
      },
    ),
    { numRuns: 20 },
  );
});

test("the transform of a smooth density is the mean over draws from it", () => {
  const random = randomStream("smooth");
  const rate = {
    times: Float64Array.from({ length: 30 }, () => 10 * random() ** 2),
    bandwidth: 2,
    from: 0,
    to: 10,
  };
  const frequencies = Float64Array.of(0.15, 0.3);
  const told = smoothPhase(halfWaves(frequencies, 10, 2), rate);
  const drawn = Float64Array.from({ length: 200_000 }, () => drawSmooth(rate, random));
  const seen = phaseSums(drawn, frequencies, 0);
  frequencies.forEach((_, k) => expect(told.real[k]!).toBeCloseTo(seen.real[k]! / drawn.length, 2));
  frequencies.forEach((_, k) => expect(told.imaginary[k]!).toBeCloseTo(seen.imaginary[k]! / drawn.length, 2));
});

test("a half-wave has the transform that numbers give it", () => {
  const [n, k, f] = [100_000, 3, 0.7];
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const x = (i + 0.5) / n;
    sum += Math.cos(Math.PI * k * x) * Math.cos(2 * Math.PI * f * 5 * x);
  }
  expect(cosinePhase(Float64Array.of(f), 5, k).real[0]!).toBeCloseTo(sum / n, 8);
});

test("what was drawn from self-exciting events is fitted back", () => {
  const truth = { background: 2, branching: 0.6, decay: 3 };
  const times = drawSelfExciting(truth, { from: 0, to: 800, most: 1e5 }, randomStream("hawkes"));
  const { background, branching, decay } = fitSelfExciting(times, 0, 800);
  expect(Math.abs(branching - 0.6)).toBeLessThan(0.06);
  expect(Math.abs(background - 2)).toBeLessThan(0.35);
  expect(Math.abs(Math.log(decay / 3))).toBeLessThan(Math.log(1.6));
});

describe("false alarms stay near 5 % under the null that is true, and by the worst p", () => {
  const small = NULL_WORLDS.filter(({ name }) => /40 even|over a year|100 red, 0.5, on/.test(name));
  test.each(small.map((world) => [world.name, world] as const))("%s", (_, world) => {
    const { own, worst } = falseAlarms(world, 50, 99);
    expect(own).toBeLessThanOrEqual(0.12);
    expect(worst).toBeLessThanOrEqual(0.08);
  });
});

/** Events whose rate swings by `modulation` over seven years. */
function swinging(count: number, modulation: number, cell: number) {
  const random = randomStream("swing");
  return Array.from({ length: count }, () => {
    for (;;) {
      const time = 1957 + 69 * random();
      const relative = 1 + modulation * Math.cos((2 * Math.PI * time) / 7);
      if (random() * (1 + modulation) < relative) return { time, cell };
    }
  });
}

test("a strong cycle of events is found, dated by day and by year, and the verdict says so", () => {
  for (const cell of [1 / 366, 1]) {
    const answer = eventPeriod(swinging(160, 0.9, cell), asked(2, 20));
    expect(answer.period).toBeCloseTo(7, 0);
    expect(answer.verdict).toMatch(
      /^A cycle of (6\.9\d?|7(\.0\d)?) years is shown: .* between 2 and 20 years/,
    );
  }
});

test("too few events to tell leave the question open, and say how open", () => {
  const answer = eventPeriod(swinging(30, 0.2, 1 / 366), asked(2, 20));
  expect(answer.finding).toBe("not shown");
  expect(answer.verdict).toMatch(
    /not shown, nor shown not to be there.*40 % modulation with probability 0\.\d/,
  );
  expect(answer.power.map(({ strength }) => strength)).toEqual([0.4, 0.8]);
});

test("the same seed gives the same answer", () => {
  const ask = () => eventPeriod(swinging(40, 0.4, 1), { ...asked(2, 20), simulations: 99 });
  expect(ask()).toEqual(ask());
});

test.each([
  ["fourteen events", () => eventPeriod(swinging(14, 0.5, 0), asked(2, 20)), "too-few", /at least 15/],
  ["fewer than three cycles", () => eventPeriod(swinging(40, 0.5, 0), asked(2, 30)), "band", /at most 2[23]/],
  [
    "periods below two years of events dated by year",
    () => eventPeriod(swinging(40, 0.5, 1), asked(1, 20)),
    "too-coarse",
    /at least 2 /,
  ],
  ["a band upside down", () => eventPeriod(swinging(40, 0.5, 0), asked(9, 3)), "band", /shortest < longest/],
  [
    "a series without variance",
    () => seriesPeriod(years(40), new Float64Array(40).fill(3), asked(2, 9)),
    "no-variance",
    /differ/,
  ],
  ["five points", () => seriesPeriod(years(5), years(5), asked(2, 3)), "too-few", /at least 15/],
  [
    "a value that is not a number",
    () => seriesPeriod(years(40), years(40).fill(NaN, 7, 8), asked(2, 9)),
    "not-finite",
    /value 8 is NaN/,
  ],
  [
    "a time that stands twice",
    () => seriesPeriod(years(40).fill(1907, 6, 8), years(40), asked(2, 9)),
    "not-ordered",
    /time 8/,
  ],
])("%s: refused, with what would be enough", (_what, ask, fault, said) => {
  const refusal = (() => {
    try {
      return ask();
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(SeriesRefused);
  expect(refusal).toMatchObject({ fault, message: expect.stringMatching(said) as string });
});

const years = (count: number) => Float64Array.from({ length: count }, (_, i) => 1900 + i);

test("days are equally long, so that a cycle of a week does not slip at a new year", () => {
  const dates = Array.from({ length: 3000 }, (_, n) => new Date(Date.UTC(1995, 0, 1 + n)).toISOString());
  const times = Float64Array.from(dates, (date) => datingOf(date.slice(0, 10))!.time);
  const week = Float64Array.from(times, (_, n) => Math.cos((2 * Math.PI * n) / 7));
  const basis = periodicBasis(times, Float64Array.of(365.2425 / 7));
  expect(lombScarglePowers(basis, week)[0]).toBeCloseTo(1, 9);
});

test.each([
  ["1957", { time: 1957, cell: 1 }],
  ["1957-10", { time: 1957.75, cell: 1 / 12 }],
  ["2000-01-01", { time: 2000, cell: 1 / 365.2425 }],
  ["2021-02-30", null],
  ["soon", null],
])("%s is dated to its cell", (text, dating) => {
  expect(datingOf(text)).toEqual(dating);
});
