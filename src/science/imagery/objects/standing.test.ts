import { expect, test } from "vitest";
import { standingOf, type LaterLook } from "./standing.ts";

const members = Int32Array.from([0, 1, 2, 3]);
const [ALL, NONE] = [
  [1, 1, 1, 1],
  [0, 0, 0, 0],
] as const;
const sight = (marks: readonly number[], compared: readonly number[] = ALL) => ({
  mask: Uint8Array.from(marks),
  compared: Uint8Array.from(compared),
});
const look = (date: string, across: readonly number[], more: Partial<LaterLook> = {}): LaterLook => ({
  ...{ date, isMasked: true, across: sight(across), beside: sight(NONE) },
  ...more,
});
const MASKED = { earlier: [], isBeforeMasked: true, isAfterMasked: true };

test("one date makes a candidate, a second clear one confirms it, clouded ones say nothing", () => {
  const by = (...later: LaterLook[]) => standingOf(members, { ...MASKED, later });
  expect(by()).toMatchObject({ status: "candidate", waitsFor: "a later date" });
  expect(by(look("a", ALL, { across: sight(ALL, [1, 0, 0, 0]) })).status).toBe("candidate");
  expect(by(look("a", NONE), look("b", [1, 1, 0, 0]))).toMatchObject({
    ...{ status: "confirmed", seenOn: ["b"], missedOn: ["a"], waitsFor: null },
  });
  expect(by(look("a", [0, 0, 1, 0]), look("b", NONE)).status).toBe("gone");
});

test("what differs from both dates of the pair bears out neither", () => {
  const other = { beside: sight(ALL) };
  expect(standingOf(members, { ...MASKED, later: [look("a", ALL, other)] })).toMatchObject({
    ...{ status: "candidate", seenOn: [], missedOn: [] },
  });
  const earlier = [look("a", ALL, other)];
  expect(standingOf(members, { ...MASKED, later: [look("c", ALL)], earlier })).toMatchObject({
    ...{ status: "candidate", waitsFor: "an earlier date" },
  });
});

test("what earlier dates do not bear out lay in the picture before alone", () => {
  const later = [look("c", ALL)];
  const asked = (...earlier: LaterLook[]) => standingOf(members, { ...MASKED, later, earlier });
  expect(asked(look("a", [1, 1, 1, 0]))).toMatchObject({ status: "confirmed", isInBeforeAlone: false });
  expect(asked(look("a", NONE))).toMatchObject({ status: "gone", isInBeforeAlone: true });
  expect(asked(look("a", ALL, { across: sight(ALL, NONE) })).status).toBe("candidate");
});

test("without masks three dates after and two before must agree", () => {
  const bare = { isMasked: false };
  const [second, third, past] = [look("b", ALL, bare), look("c", ALL, bare), look("", ALL)];
  const unmasked = { isBeforeMasked: false, isAfterMasked: false };
  const by = (later: LaterLook[], earlier: LaterLook[]) =>
    standingOf(members, { ...unmasked, later, earlier });
  expect(by([second], [past]).waitsFor).toBe("a second later date, as one has no mask");
  expect(by([second, third], []).waitsFor).toBe("an earlier date");
  expect(by([second, third], [past]).status).toBe("confirmed");
  // a mask of one of two dates says nothing of the other
  expect(standingOf(members, { ...MASKED, later: [second] }).status).toBe("candidate");
  expect(standingOf(members, { ...MASKED, isAfterMasked: false, later: [look("b", ALL)] }).status).toBe(
    "candidate",
  );
});
