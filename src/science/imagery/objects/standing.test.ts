import { expect, test } from "vitest";
import { standingOf, type Look } from "./standing.ts";

const members = Int32Array.from([0, 1, 2, 3]);
const look = (date: string, marks: readonly number[], compared: readonly number[] = [1, 1, 1, 1]): Look => ({
  date,
  mask: Uint8Array.from(marks),
  compared: Uint8Array.from(compared),
});

test("one date makes a candidate, a second clear one confirms it, clouded ones say nothing", () => {
  const by = (...later: Look[]) => standingOf(members, { later });
  expect(by().status).toBe("candidate");
  expect(by(look("a", [1, 1, 1, 1], [1, 0, 0, 0])).status).toBe("candidate");
  expect(by(look("a", [0, 0, 0, 0]), look("b", [1, 1, 0, 0]))).toMatchObject({
    ...{ status: "confirmed", seenOn: ["b"], missedOn: ["a"] },
  });
  expect(by(look("a", [0, 0, 1, 0]), look("b", [0, 0, 0, 0])).status).toBe("gone");
});

test("what earlier dates do not bear out lay in the picture before alone", () => {
  const later = [look("c", [1, 1, 1, 1])];
  const asked = (...earlier: Look[]) => standingOf(members, { later, earlier });
  expect(asked(look("a", [1, 1, 1, 0]))).toMatchObject({ status: "confirmed", isInBeforeAlone: false });
  expect(asked(look("a", [0, 0, 0, 0]))).toMatchObject({ status: "gone", isInBeforeAlone: true });
  expect(asked(look("a", [1, 1, 1, 1], [0, 0, 0, 0])).status).toBe("candidate");
});
