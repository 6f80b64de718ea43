import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFault, dayOf, stepBy, stepOf } from "./time-steps.ts";

const span = { first: "2010-01-01", today: "2026-11-23" };
const last = stepOf(span, span.today);

test("every step stands for a day of its own month, the last one for today", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: last }), (step) => {
      expect(stepOf(span, dayOf(span, step))).toBe(step);
    }),
  );
  expect(dayOf(span, last)).toBe("2026-11-23");
  expect(dayOf(span, 0)).toBe("2010-01-31");
});

test("stepping stays between the first day and today", () => {
  expect(stepBy(span, "2022-03-01", -1)).toBe("2022-02-28");
  expect(stepBy(span, "2010-01-31", -1)).toBe("2010-01-31");
  expect(stepBy(span, "2026-11-23", 1)).toBe("2026-11-23");
});

test("a typed day is refused with the reason", () => {
  expect(dayFault(span, "2022-02-30")).toMatch(/such as/);
  expect(dayFault(span, "1999-01-01")).toMatch(/begins on 2010-01-01/);
  expect(dayFault(span, "2027-01-01")).toMatch(/Today is/);
  expect(dayFault(span, "2022-03-01")).toBeNull();
});
