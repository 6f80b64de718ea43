import { expect, test } from "vitest";
import { depthsOf } from "./scenario-depths.ts";

const one = (id: string, on: string[] = [], from: string[] = []) => ({
  id,
  gates: on.map((parent) => ({ on: parent })),
  influences: from.map((parent) => ({ from: parent })),
});

test("a scenario stands to the right of everything it depends on", () => {
  const depths = depthsOf([one("c", ["b"], ["a"]), one("b", [], ["a"]), one("a"), one("d")]);
  expect(Object.fromEntries(depths)).toEqual({ a: 0, d: 0, b: 1, c: 2 });
});
