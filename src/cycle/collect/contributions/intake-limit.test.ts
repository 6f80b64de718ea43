import fc from "fast-check";
import { expect, test } from "vitest";
import { type Handed, intakeLimit } from "./intake-limit.ts";

const START = Date.parse("2026-11-23T12:00:00.000Z");
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const handed = (count: number, contributor: (i: number) => string, everyMinutes: number): Handed[] =>
  Array.from({ length: count }, (_, i) => ({ contributor: contributor(i), at: at(i * everyMinutes) }));

test("ten an hour are taken from one contributor, and the line says from when on there is room", () => {
  const nine = handed(9, () => "Monitor", 1);
  expect(intakeLimit("Monitor", at(10), nine)).toBeNull();
  const ten = [...nine, { contributor: " MONITOR ", at: at(9) }];
  const said = `"Monitor" has handed in 10 contributions within the hour; the next is taken from ${at(60)} on`;
  expect(intakeLimit("Monitor", at(10), ten)).toBe(said);
  expect(intakeLimit("Another", at(10), ten)).toBeNull();
  expect(intakeLimit("Monitor", at(60), ten)).toBeNull();
});

test("forty a day are taken from one contributor who keeps to the hour", () => {
  const forty = handed(40, () => "Monitor", 7);
  expect(intakeLimit("Monitor", at(400), forty)).toMatch(/40 contributions within the day/);
});

test("who changes names meets the limit on all", () => {
  const sixty = handed(60, (i) => `Monitor ${i}`, 0.5);
  expect(intakeLimit("New", at(31), sixty)).toBe(
    `60 contributions came within the hour; the next is taken from ${at(60)} on`,
  );
});

test("however it is hurried, no more than the limits are ever taken in an hour, and what is promised is kept", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }), (pauses) => {
      const taken: Handed[] = [];
      let minute = 0;
      for (const pause of pauses) {
        minute += pause;
        const refused = intakeLimit("M", at(minute), taken);
        if (refused === null) taken.push({ contributor: "M", at: at(minute) });
        else {
          const from = /from (\S+) on$/.exec(refused)![1]!;
          expect(from > at(minute)).toBe(true);
        }
      }
      for (const one of taken) {
        const until = Date.parse(one.at) + 3_600_000;
        const within = taken.filter((other) => other.at >= one.at && Date.parse(other.at) < until);
        expect(within.length).toBeLessThanOrEqual(10);
      }
    }),
    { numRuns: 50 },
  );
});
