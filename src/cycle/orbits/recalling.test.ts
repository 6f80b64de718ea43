import { expect, test } from "vitest";
import type { ElementSet } from "#science/orbits/index.ts";
import { recalling } from "./recalling.ts";

const set = (id: number, epochMs: number) => ({ id, epochMs, meanMotionRevPerDay: 15 }) as ElementSet;

test("only a history that has changed is asked of again", () => {
  const asked: number[] = [];
  const length = recalling((sets) => asked.push(sets.length));
  const history = [set(1, 0), set(1, 1)];
  const first = length(history);
  // Read from the store anew, the sets are other objects that say the same.
  expect(length([set(1, 0), set(1, 1)])).toBe(first);
  length([...history, set(1, 2)]);
  length([set(1, 0), { ...set(1, 1), meanMotionRevPerDay: 15.01 }]);
  expect(asked).toEqual([2, 3, 2]);
});
