import { expect, test } from "vitest";
import { timeTick } from "./time-axis.ts";

test("a tick says the coarsest part of the time that is new", () => {
  const told = ["2026-01-01", "2026-03-01", "2026-03-05", "2026-03-05T06:00Z"].map((time) =>
    timeTick(new Date(time)),
  );
  expect(told).toEqual(["2026", "2026-03", "03-05", "06:00"]);
});
