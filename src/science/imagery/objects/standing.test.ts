import { expect, test } from "vitest";
import { standingOf, type LaterLook } from "./standing.ts";

const members = Int32Array.from([0, 1, 2, 3]);
const look = (
  date: string,
  marks: readonly number[],
  compared: readonly number[] = [1, 1, 1, 1],
): LaterLook => ({
  date,
  mask: Uint8Array.from(marks),
  compared: Uint8Array.from(compared),
});

test("one date makes a candidate, a second clear one confirms it, clouded ones say nothing", () => {
  expect(standingOf(members, []).status).toBe("candidate");
  expect(standingOf(members, [look("a", [1, 1, 1, 1], [1, 0, 0, 0])]).status).toBe("candidate");
  expect(standingOf(members, [look("a", [0, 0, 0, 0]), look("b", [1, 1, 0, 0])])).toEqual({
    status: "confirmed",
    seenOn: ["b"],
    missedOn: ["a"],
  });
  expect(standingOf(members, [look("a", [0, 0, 1, 0]), look("b", [0, 0, 0, 0])]).status).toBe("gone");
});
