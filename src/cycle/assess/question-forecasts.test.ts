import { expect, test } from "vitest";
import { question } from "#model/question.ts";
import { rateBaseRate } from "#science/belief/scores/index.ts";
import { observed } from "../../../test/fixtures/tiny-watch.ts";
import { questionForecasts } from "./question-forecasts.ts";

const twoThefts = question.parse({
  ...{ id: "two", statement: "Two thefts in 2025", registeredOn: "2024-06-01", from: "2025-01-01" },
  deadline: "2025-12-31",
  resolution: { by: "record", where: { stream: "thefts" }, atLeast: 2 },
  basis: { type: "rate", events: 6, years: 4, counted: "thefts" },
});
const said = (asOf: string, rows: readonly ReturnType<typeof observed>[] = []) =>
  questionForecasts([twoThefts], asOf, rows)[0];

test("before its time begins a question has all of it ahead, afterwards what is left", () => {
  const year = 365 / 365.25;
  expect(said("2024-06-01")).toEqual({ id: "two", ...rateBaseRate(6, 4, 2, year) });
  expect(said("2024-12-31")).toEqual(said("2024-06-01"));
  expect(said("2025-12-01")!.p).toBeLessThan(said("2025-06-01")!.p);
});

test("what has happened is wanted no more, and is known only once it is known", () => {
  const one = [observed("T-1", "2025-03-01")];
  expect(said("2025-06-01", one)!.p).toBeGreaterThan(said("2025-06-01")!.p);
  expect(said("2025-02-28", one)).toEqual(said("2025-02-28"));
});

test("a question is silent before it is registered, after its deadline, and once it is decided", () => {
  const two = [observed("T-1", "2025-03-01"), observed("T-2", "2025-04-01")];
  expect([said("2024-05-31"), said("2025-12-31"), said("2025-04-01", two)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
