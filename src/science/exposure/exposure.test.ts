import fc from "fast-check";
import { expect, test } from "vitest";
import { lostWith, minimalCuts, structureOf, type Dependent, type Need } from "./index.ts";

const part = (id: string, ...needs: Need[]): Dependent => ({ id, needs });
const all = (...of: string[]): Need => ({ least: of.length, of });
const any = (...of: string[]): Need => ({ least: 1, of });

test("the cuts of a bridge are those of the textbook", () => {
  // Barlow and Proschan 1975, chapter 1: paths 14, 25, 135, 234; cuts 12, 45, 135, 234.
  const bridge = structureOf([
    ...["1", "2", "3", "4", "5"].map((id) => part(id)),
    part("14", all("1", "4")),
    part("25", all("2", "5")),
    part("135", all("1", "3", "5")),
    part("234", all("2", "3", "4")),
    part("bridge", any("14", "25", "135", "234")),
  ]);
  const cuts = minimalCuts(bridge, 4, (id) => id.length === 1).get("bridge");
  expect(cuts).toEqual([
    ["1", "2"],
    ["4", "5"],
    ["1", "3", "5"],
    ["2", "3", "4"],
  ]);
});

test("two of three are denied by any two", () => {
  const voters = structureOf([part("a"), part("b"), part("c"), part("s", { least: 2, of: ["a", "b", "c"] })]);
  expect(minimalCuts(voters, 3, (id) => id !== "s").get("s")).toEqual([
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ]);
});

test("what is shared below two redundant routes is a single point of failure", () => {
  const routes = structureOf([
    part("power"),
    part("north", all("power")),
    part("south", all("power")),
    part("service", any("north", "south")),
  ]);
  expect(minimalCuts(routes, 2).get("service")).toEqual([["power"], ["service"], ["north", "south"]]);
});

const LEAVES = ["a", "b", "c", "d", "e"];

/** A structure over five leaves, each gate needing things that came before it; the last is what is asked. */
const structures = fc
  .array(
    fc.array(fc.record({ least: fc.nat(4), of: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((gates) => {
    const parts = LEAVES.map((id) => part(id));
    gates.forEach((needs, i) => {
      const wanted = needs.map(({ least, of }) => {
        const ids = [...new Set(of.map((k) => parts[k % parts.length]!.id))];
        return { least: (least % ids.length) + 1, of: ids };
      });
      parts.push(part(`gate${i}`, ...wanted));
    });
    return { parts, top: parts.at(-1)!.id };
  });

const subsets = Array.from({ length: 1 << LEAVES.length }, (_, bits) =>
  LEAVES.filter((_leaf, i) => bits & (1 << i)),
);

test("a loss stops the top exactly where it holds a cut, for every loss of leaves", () => {
  fc.assert(
    fc.property(structures, ({ parts, top }) => {
      const structure = structureOf(parts);
      const cuts = minimalCuts(structure, LEAVES.length, (id) => LEAVES.includes(id)).get(top)!;
      for (const lost of subsets) {
        const isCut = cuts.some((cut) => cut.every((id) => lost.includes(id)));
        expect(lostWith(structure, lost).has(top)).toBe(isCut);
      }
    }),
  );
});

test("a bound on the order leaves out larger cuts and changes no smaller one", () => {
  fc.assert(
    fc.property(structures, fc.integer({ min: 1, max: 4 }), ({ parts, top }, order) => {
      const structure = structureOf(parts);
      const whole = minimalCuts(structure, LEAVES.length).get(top)!;
      const bounded = minimalCuts(structure, order).get(top)!;
      expect(bounded).toEqual(whole.filter(({ length }) => length <= order));
    }),
  );
});

test("every pair of a large constellation that cannot spare one is found in good time", () => {
  const craft = Array.from({ length: 150 }, (_, i) => `s${i}`);
  const structure = structureOf([...craft.map((id) => part(id)), part("c", { least: 149, of: craft })]);
  expect(minimalCuts(structure, 2, (id) => id !== "c").get("c")).toHaveLength((150 * 149) / 2);
}, 5_000);

test("a circle, an unknown need and an impossible one are refused with their names", () => {
  expect(() => structureOf([part("a", all("b")), part("b", all("a"))])).toThrow(
    '"a" depends on itself: a → b → a',
  );
  expect(() => structureOf([part("a", all("b"))])).toThrow('"a" needs "b", which is not there');
  expect(() => structureOf([part("a"), part("b", { least: 2, of: ["a"] })])).toThrow("expected from 1 to 1");
});
