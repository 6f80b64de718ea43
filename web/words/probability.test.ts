import fc from "fast-check";
import { expect, test } from "vitest";
import { apart, inPoints, oddsFactor, percent, points, quietOrHigh, share, signed } from "./probability.ts";

const plain = (text: string) => text.replaceAll("\u202f", " ");

test("a probability reads as whole per cent, and its sign stays on the line", () => {
  expect(percent(0.34)).toBe("34\u202f%");
});

test("of what is counted, none is 0 and all is 100 per cent", () => {
  expect([0, 0.004, 1].map((part) => plain(share(part)))).toEqual(["0 %", "0 %", "100 %"]);
});

test("what is nearly impossible or nearly certain is said as a bound, never as 0 or 100", () => {
  expect(plain(percent(0.0004))).toBe("<1 %");
  expect(plain(percent(0.9996))).toBe(">99 %");
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expect(["0 %", "100 %"]).not.toContain(plain(percent(p)));
    }),
  );
});

test("a change agrees with the two numbers the reader sees", () => {
  expect(points(0.284, 0.345)).toBe("+7");
  expect(points(0.5, 0.47)).toBe("−3");
  expect(points(0.301, 0.299)).toBe("±0");
});

test("two probabilities that round alike are told apart by a tenth, but not past the bounds", () => {
  expect(apart(0.31, 0.47)).toEqual([percent(0.31), percent(0.47)]);
  expect(apart(0.971, 0.974)).toEqual(["97.1\u202f%", "97.4\u202f%"]);
  expect(apart(0.5, 0.5)).toEqual([percent(0.5), percent(0.5)]);
  expect(apart(0.991, 0.999)).toEqual([percent(0.999), percent(0.999)]);
});

test("what an indicator would make of a forecast is told by its two ends", () => {
  expect(plain(quietOrHigh(0.65, 0.68))).toBe("65 % if quiet, 68 % if high");
  expect(plain(quietOrHigh(0.971, 0.974))).toBe("97.1 % if quiet, 97.4 % if high");
});

test("a move is told in tenths of a point", () => {
  expect(inPoints(0.0134)).toBe("1.3\u00a0points");
  expect(inPoints(0.0004)).toBe("0.0\u00a0points");
});

test("log-odds are told as a factor on the odds", () => {
  expect(oddsFactor(Math.log(2.4))).toBe("odds × 2.4");
  expect(oddsFactor(Math.log(0.35))).toBe("odds × 0.35");
  expect(signed(-0.004, 1)).toBe("±0.0");
});
