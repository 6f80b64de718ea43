import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayAt,
  dayNumber,
  daysBetween,
  daysIn,
  isDay,
  lastDayOf,
  monthsThrough,
} from "./day.ts";

const anyDay = fc
  .integer({ min: -200_000, max: 200_000 })
  .map(dayAt)
  .filter((day) => /^\d{4}-/.test(day));

test("counting days agrees with the platform's calendar", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayNumber(day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
      expect(dayAt(dayNumber(day))).toBe(day);
    }),
  );
});

test("a day that does not exist is no day", () => {
  expect(["2024-02-29", "2023-02-29", "2024-13-01", "2024-1-1", "yesterday"].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("months know their length and their neighbours", () => {
  expect([daysIn("2024-02"), daysIn("2023-02"), daysIn("2026-11")]).toEqual([29, 28, 30]);
  expect([addMonths("2026-11", 3), addMonths("2026-01", -1), lastDayOf("2000-02")]).toEqual([
    "2027-02",
    "2025-12",
    "2000-02-29",
  ]);
  expect(monthsThrough("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsThrough("2026-02", "2025-11")).toEqual([]);
});

test("days add up", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(daysBetween("2022-02-24", "2022-05-10")).toBe(75);
});
