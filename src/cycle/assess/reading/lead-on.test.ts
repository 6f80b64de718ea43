import { expect, test } from "vitest";
import { addDays, dayNumber } from "#model/day.ts";
import { indicator } from "#model/indicator.ts";
import { leadShift } from "#science/series/index.ts";
import { observed, tinyWatch } from "../../../../test/fixtures/tiny-watch.ts";
import { evidenceOf } from "../evidence/indicator-evidence.ts";
import { calendarOf } from "./calendar.ts";
import { layOut } from "./known.ts";
import { compileMeasure, readMeasure, valueOn } from "./measure.ts";

const watch = tinyWatch();
const gaining = indicator.parse({
  id: "L-1",
  statement: "East gains the lead",
  measure: { type: "lead", where: { attributes: { bloc: "EAST" } }, among: { stream: "firsts" } },
  windowDays: 730,
  halfLifeDays: 36_500_000,
  levels: [0.05, 0.2, 0.35, 0.5],
  direction: "up",
  bearings: [{ scenario: "spying", present: 4, absent: 0.5 }],
  group: "lead",
  ...{ baseRate: "-", reasoning: "-", confidence: "low" },
});

/** Firsts every hundred days; the last seven fall into the window of two years. */
const firsts = (blocs: string) =>
  Array.from(blocs, (letter, i) =>
    observed(`F-${i}`, addDays("2016-01-01", 100 * i), {
      stream: "firsts",
      attributes: { bloc: letter === "E" ? "EAST" : "WEST" },
    }),
  );
const END = addDays("2016-01-01", 1900);
const read = (blocs: string, more: ReturnType<typeof firsts> = []) => {
  const observations = [...firsts(blocs), ...more];
  const known = layOut(calendarOf(watch, END, observations), observations);
  return { known, measured: readMeasure(compileMeasure(gaining), known, watch.credibility) };
};
const valueOf = (...asked: Parameters<typeof read>) => valueOn(read(...asked).measured, dayNumber(END));

test("who takes the last eight firsts after one of twelve is gaining, by the lower end of the interval", () => {
  const shift = leadShift({ own: 1, all: 12, squares: 12 }, { own: 8, all: 8, squares: 8 })!;
  expect(valueOf("WWWWWEWWWWWWEEEEEEEE")).toBeCloseTo(shift.low, 3);
  expect(shift.low).toBeGreaterThan(0.5);
});

test("a lead held or lost is no gain, and one that few cases show is none either", () => {
  expect(valueOf("EEEEEEEEEEEEEEEEEEEE")).toBeLessThan(0);
  expect(valueOf("WEWEWEWEWEWEWEWEWEEE")).toBeLessThan(0);
});

test("a second report of a first is no second first", () => {
  const again = observed("F-again", addDays("2016-01-01", 1850), {
    stream: "firsts",
    attributes: { bloc: "EAST" },
    links: [{ relation: "same-story", to: "F-5" }],
  });
  const blocs = "WWWWWEWWWWWWEEEEEEEE";
  expect(valueOf(blocs, [again])).toBe(valueOf(blocs));
});

test("fewer than three firsts on a side have no value, and a lead carries no evidence of its own", () => {
  expect(valueOf("EW")).toBeNull();
  const { known, measured } = read("WWWWWEWWWWWWEEEEEEEE");
  expect(evidenceOf(measured, gaining.bearings[0]!, 0, known)).toBeNull();
});
