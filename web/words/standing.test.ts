import { expect, test } from "vitest";
import { membersOf, type Standing, standingCounts, standingOf } from "./standing.ts";

const joined = (id: string, ...states: string[]) => ({
  id,
  name: id,
  bloc: id,
  members: states.map((state) => ({ state, on: "2024-01-01", observation: "x" })),
  numbered: null,
  hazard: null,
  refused: "too few",
});
const standing: Standing = {
  watchedTo: "2024-01-01",
  regions: { Here: { AAA: "A", BBB: "B" }, There: { CCC: "C", DDD: "D", EEE: "E" } },
  frameworks: [joined("One", "AAA", "BBB"), joined("Two", "BBB", "CCC")],
  dual: ["BBB"],
};

test("a state in two frameworks is said to be in both, one in none in neither", () => {
  const { frameworks } = standing;
  const told = ["AAA", "BBB", "CCC", "DDD"].map((state) => standingOf(frameworks, state));
  expect(told).toEqual(["One", "One and Two", "Two", "neither"]);
});

test("every state is counted once, in the order of the frameworks", () => {
  expect(standingCounts(standing)).toBe("1 in One alone, 1 in Two alone, 1 in One and Two, 2 in neither");
});

test("where rows number more accessions than they name, the number named is told as part of it", () => {
  const [one] = standing.frameworks;
  expect(membersOf(one!)).toBe("2");
  const numbered = { upTo: 5, on: "2024-01-01", observation: "x", unnamed: 3 };
  expect(membersOf({ ...one!, numbered })).toBe("2 of 5");
  const partly = { ...standing, frameworks: [{ ...one!, numbered }] };
  expect(standingCounts(partly)).toBe("2 named in One alone, 3 named in neither");
});
