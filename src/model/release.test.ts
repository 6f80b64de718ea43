import fc from "fast-check";
import { expect, test } from "vitest";
import { MARKINGS } from "./observation.ts";
import { CEILINGS, ceilingNamed, isWithin, releaseUnder, withheldInWords } from "./release.ts";

const marked = fc.array(fc.constantFrom(...MARKINGS));
const ceiling = fc.constantFrom(...CEILINGS);

test("everything that leaves is within the ceiling, and the rest is counted", () => {
  fc.assert(
    fc.property(marked, ceiling, (markings, under) => {
      const { released, withheld } = releaseUnder(under, markings, (marking) => marking);
      expect(released.length + withheld).toBe(markings.length);
      expect(released.every((marking) => MARKINGS.indexOf(marking) <= MARKINGS.indexOf(under))).toBe(true);
      expect(released).not.toContain("TLP:RED");
    }),
  );
});

test("TLP:RED and what is no marking are above every ceiling", () => {
  for (const under of CEILINGS)
    expect([isWithin(under, "TLP:RED"), isWithin(under, "TLP:WHITE"), isWithin(under, "")]).toEqual([
      false,
      false,
      false,
    ]);
});

test("a ceiling is named with or without its prefix; red is none", () => {
  expect(["green", "TLP:AMBER", "amber+strict", "RED", "white"].map(ceilingNamed)).toEqual([
    ...["TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", null, null],
  ]);
});

test("what is left out is told in a clause", () => {
  expect(withheldInWords(3, "observation", "TLP:CLEAR")).toBe(
    "3 observations are marked above TLP:CLEAR and were left out",
  );
  expect(withheldInWords(1, "brief", "TLP:GREEN")).toBe("1 brief is marked above TLP:GREEN and was left out");
});
