import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import type { Dating } from "./dating.ts";
import { eventPeriod } from "./event-period.ts";
import { wavesIn } from "./waves.ts";

const DAY = 1 / 365.2425;
const BAND = { min: 3, max: 20 };
const SPAN = 69;
const day = (time: number): Dating => ({ time: Math.floor(time / DAY) * DAY, cell: DAY });
const many = (count: number, of: () => number) => Array.from({ length: count }, of);

test("events of one day are a wave where chance brings no such many together, and two of a day are none", () => {
  const random = randomStream("waves");
  const scattered = many(30, () => SPAN * random()).map(day);
  expect(wavesIn(scattered, BAND, SPAN)).toEqual(many(30, () => 1));
  const twice = [...scattered, scattered[3]!];
  expect(wavesIn(twice, BAND, SPAN)).toEqual(many(31, () => 1));
  const waved = [...scattered, ...many(10, () => 40).map(day), ...many(6, () => 50.25).map(day)];
  expect(wavesIn(waved, BAND, SPAN).filter((size) => size > 1)).toEqual([10, 6]);
  expect(wavesIn(waved, BAND, SPAN).reduce((sum, size) => sum + size)).toBe(46);
});

test("events dated by year share years by chance, and a week is one phase of a cycle of years", () => {
  const random = randomStream("years");
  const years = many(120, () => Math.floor(SPAN * random())).map((time) => ({ time, cell: 1 }));
  expect(Math.max(...wavesIn(years, BAND, SPAN))).toBe(1);
  const week = [...many(20, () => SPAN * random()), ...many(20, () => 30 + random() / 52)].map(day);
  expect(Math.max(...wavesIn(week, BAND, SPAN))).toBeGreaterThanOrEqual(20);
});

test("half of the events on one day have one phase, which is no cycle, and the verdict says so", () => {
  const shown = many(20, () => 0).map((_, k) => {
    const random = randomStream(`wave ${k}`);
    const burst = SPAN * random();
    const events = [...many(20, () => SPAN * random()), ...many(20, () => burst)].map(day);
    return eventPeriod(events, {
      band: BAND,
      span: { from: 0, to: SPAN },
      random,
      simulations: 99,
      strengths: [],
      unit: "years",
    });
  });
  expect(shown[0]!.verdict).toMatch(/2\d events came in 1 wave, more at once than by chance/);
  expect(shown.filter(({ finding }) => finding === "shown").length).toBeLessThanOrEqual(2);
});
