import { expect, test } from "vitest";
import {
  counted,
  dayInWords,
  estimate,
  likely,
  listed,
  oddsShift,
  percent,
  points,
  pointsBetween,
  quoted,
  rounded,
} from "./phrase.ts";

test("a probability outside 1–99 % is said by its limit, never as 0 or 100", () => {
  expect([0, 0.0099, 0.01, 0.344, 0.99, 0.9901].map(percent)).toEqual([
    "below 1 %",
    "below 1 %",
    "1 %",
    "34 %",
    "99 %",
    "above 99 %",
  ]);
  expect(estimate(0.34, 0.001, 0.995)).toBe("34 %, <1–>99");
});

test("a change is counted between the rounded numbers a reader sees", () => {
  expect(pointsBetween(0.284, 0.336)).toBe(6);
  expect([6, -1, 0].map(points)).toEqual(["+6 points", "−1 point", "+0 points"]);
});

test("likelihood reads as a clause with its words, number and interval", () => {
  expect(likely("it rains", 0.84, 0.81, 0.9)).toBe("it is very likely (84 %, 81–90) that it rains");
  expect(likely("it rains", 0.5, 0.46, 0.54)).toBe(
    "there is a roughly even chance (50 %, 46–54) that it rains",
  );
  expect(likely("it rains", 0.02, 0.01, 0.04)).toBe("there is almost no chance (2 %, 1–4) that it rains");
  expect(likely("it rains", 0.62, 0.48, 0.74)).toBe(
    "the probability that it rains is 62 % (48–74), from roughly even chance to likely",
  );
  expect(likely("it rains", 0.001, 0, 0.002)).toBe("the probability that it rains is below 1 %");
});

test("a shift in log-odds is said as a factor of the odds, for or against", () => {
  expect(oddsShift(Math.log(3.4))).toBe("multiplies the odds by 3.4");
  expect(oddsShift(-Math.log(2))).toBe("divides the odds by 2.0");
  expect(oddsShift(9)).toBe("multiplies the odds by more than 100");
});

test("days, counts and lists read as prose", () => {
  expect(dayInWords("2026-06-03")).toBe("3 June 2026");
  expect([counted(1, "warning"), counted(0, "warning"), counted(2014, "draw")]).toEqual([
    "one warning",
    "no warnings",
    "2,014 draws",
  ]);
  expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
  expect([rounded(4.25), rounded(37.4), rounded(1999)]).toEqual(["4.3", "37", "1,999"]);
});

test("a quotation inside a quotation keeps its marks apart", () => {
  expect(quoted("He said “no”")).toBe("“He said ‘no’”");
});
