import { expect, test } from "vitest";
import type { LegalThread } from "#model/law.ts";
import { stretchesOf } from "./law.ts";

const thread = (...moves: readonly (readonly [on: string, step: string])[]) =>
  ({ moves: moves.map(([on, step]) => ({ on, step })) }) as unknown as LegalThread;

test("an instrument stands from its adoption until it ends, and is weak while suspended", () => {
  const told = thread(
    ["2011-02-05", "in-force"],
    ["2023-02-21", "suspended"],
    ["2024-01-01", "told"],
    ["2026-02-05", "ended"],
  );
  expect(stretchesOf(told, "2026-11-23").map(({ from, is }) => [from, is])).toEqual([
    ["2011-02-05", "standing"],
    ["2023-02-21", "weakened"],
    ["2024-01-01", "weakened"],
  ]);
});

test("what stands for the others stays so when one leaves, and lasts to the day that is asked", () => {
  const told = thread(["1979-12-18", "adopted"], ["2024-01-05", "left"]);
  expect(stretchesOf(told, "2026-11-23").map(({ to, is }) => [to, is])).toEqual([
    ["2024-01-05", "standing"],
    ["2026-11-23", "standing"],
  ]);
});

test("an attempt that failed is over until it is taken up again", () => {
  const told = thread(["2019-03-01", "failed"], ["2024-08-16", "under-way"]);
  expect(stretchesOf(told, "2026-11-23")).toEqual([
    { from: "2024-08-16", to: "2026-11-23", is: "attempted" },
  ]);
});
