import fc from "fast-check";
import { expect, test } from "vitest";
import { bounds, oddsFactor, percent, points, signed } from "./probability.ts";

const plain = (text: string) => text.replaceAll("\u202f", " ");

test("a probability reads as whole per cent with its interval", () => {
  expect(plain(percent(0.34))).toBe("34 %");
  expect(bounds(0.221, 0.468)).toBe("22–47");
});

test("what is nearly impossible or nearly certain is said as a bound, never as 0 or 100", () => {
  expect(plain(percent(0.0004))).toBe("< 1 %");
  expect(plain(percent(0.9996))).toBe("> 99 %");
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

test("log-odds are told as a factor on the odds", () => {
  expect(oddsFactor(Math.log(2.4))).toBe("odds × 2.4");
  expect(oddsFactor(Math.log(0.35))).toBe("odds × 0.35");
  expect(signed(-0.004, 1)).toBe("±0.0");
});
