import { expect, test } from "vitest";
import { changeSince } from "./change.ts";

const point = (month: string, p: number) => ({ month, p, low: p, high: p, p90: p });
const path = [point("2026-09", 0.3), point("2026-10", 0.34), point("2026-11", 0.4)];

test("a change is told against the end of the month before the day", () => {
  expect(changeSince(path, "2026-11-23", 0.402)).toBe("+6 since 31 Oct");
  expect(changeSince(path, "2026-10-05", 0.3)).toBe("no change since 30 Sep");
});

test("the first month has nothing to be compared with", () => {
  expect(changeSince(path, "2026-09-10", 0.3)).toBeNull();
});
