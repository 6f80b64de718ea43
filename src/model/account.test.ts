import fc from "fast-check";
import { expect, test } from "vitest";
import { isAccountName, mayActAs, ROLES } from "./account.ts";
import { MARKINGS } from "./observation.ts";
import { CEILINGS, isWithin, lowerCeiling } from "./release.ts";

test("a role may what those before it may, and no more", () => {
  const account = { name: "duty", ceiling: "TLP:CLEAR" } as const;
  const table = ROLES.map((role) => ROLES.filter((needed) => mayActAs({ ...account, role }, needed)));
  expect(table).toEqual([["reader"], ["reader", "analyst"], ["reader", "analyst", "steward"]]);
});

test("what leaves for an account is what is released and what it may be shown, both", () => {
  const marking = fc.constantFrom(...MARKINGS);
  fc.assert(
    fc.property(fc.constantFrom(...CEILINGS), marking, marking, (release, shown, thing) => {
      expect(isWithin(lowerCeiling(release, shown), thing)).toBe(
        isWithin(release, thing) && isWithin(shown, thing),
      );
    }),
  );
});

test("an account is named by a short word that needs no quotes", () => {
  expect(["duty", "desk-2", "a.b_c"].map(isAccountName)).toEqual([true, true, true]);
  expect(["", "a", "2nd", "Duty", "a b", "a:b", "x".repeat(33)].filter(isAccountName)).toEqual([]);
});
