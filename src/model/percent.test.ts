import fc from "fast-check";
import { expect, test } from "vitest";
import { estimate, interval, percent, percentInProse, share } from "./percent.ts";

test("an estimate reads as whole per cent with its interval", () => {
  expect(percent(0.34)).toBe("34 %");
  expect(interval(0.221, 0.468)).toBe("22–47");
  expect(estimate(0.34, 0.221, 0.468)).toBe("34 %, 22–47");
});

test("no estimate is 0 or 100 per cent: what is that near is said as a limit", () => {
  expect([0, 0.0099, 0.9901, 1].map(percent)).toEqual(["<1 %", "<1 %", ">99 %", ">99 %"]);
  expect([0, 1].map(percentInProse)).toEqual(["below 1 %", "above 99 %"]);
  expect(interval(0, 1)).toBe("<1–>99");
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
      expect(["0 %", "100 %"]).not.toContain(percent(p));
    }),
  );
});

test("of what is counted, none is 0 and all is 100 per cent", () => {
  expect([0, 0.28, 1].map(share)).toEqual(["0 %", "28 %", "100 %"]);
});
