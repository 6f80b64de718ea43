import fc from "fast-check";
import { expect, test } from "vitest";
import { EvidenceInvalid } from "./belief-error.ts";
import type { BeliefNetwork } from "./network.ts";
import { defineNetwork } from "./network.ts";
import { separation } from "./separation.ts";
import { jointEntries, smallNetworks } from "./testing/small-networks.ts";

const binary = (name: string, ...parents: string[]) => ({
  name,
  states: ["yes", "no"],
  parents,
  rows: Array.from({ length: 2 ** parents.length }, (_, i) => [0.1 + i / 10, 0.9 - i / 10]),
});

/** The Asia network without its numbers. Lauritzen & Spiegelhalter 1988. */
const asia = defineNetwork("asia", [
  binary("asia"),
  binary("tub", "asia"),
  binary("smoke"),
  binary("lung", "smoke"),
  binary("bronc", "smoke"),
  binary("either", "lung", "tub"),
  binary("xray", "either"),
  binary("dysp", "bronc", "either"),
]);

const told = (from: string, to: string, given: string[] = [], reported: string[] = []) => {
  const { separated, trail } = separation(asia, { from: [from], to: [to], given, reported });
  return `${separated ? "separated" : "open"}: ${trail
    .map(({ variable, arc, open, because }) => {
      const reason = because.length > 0 ? ` by ${because.join(", ")}` : "";
      return `${variable}${open ? reason && ` (opened${reason})` : ` (blocked${reason})`}${arc ? ` ${arc} ` : ""}`;
    })
    .join("")}`;
};

test.each([
  ["asia", "smoke", [], "separated: asia → tub → either (blocked) ← lung ← smoke"],
  ["asia", "smoke", ["xray"], "open: asia → tub → either (opened by xray) ← lung ← smoke"],
  [
    "asia",
    "smoke",
    ["xray", "lung"],
    "separated: asia → tub → either (opened by xray) ← lung (blocked by lung) ← smoke",
  ],
  ["lung", "bronc", [], "open: lung ← smoke → bronc"],
  ["lung", "bronc", ["smoke"], "separated: lung ← smoke (blocked by smoke) → bronc"],
  ["xray", "dysp", ["either"], "separated: xray ← either (blocked by either) → dysp"],
])("%s and %s given %j: %s", (from, to, given, expected) => {
  expect(told(from, to, given)).toBe(expected);
});

test("a report on a variable opens what meets there and blocks nothing", () => {
  expect(told("asia", "smoke", [], ["either"])).toBe(
    "open: asia → tub → either (opened by either) ← lung ← smoke",
  );
  expect(told("xray", "tub", [], ["either"])).toBe("open: xray ← either ← tub");
});

test("variables that nothing connects are separated without a trail", () => {
  const apart = defineNetwork("apart", [binary("a"), binary("b")]);
  expect(separation(apart, { from: ["a"], to: ["b"] })).toEqual({ separated: true, trail: [] });
});

test("a variable named twice is refused", () => {
  expect(() => told("asia", "smoke", ["smoke"])).toThrow(EvidenceInvalid);
  expect(() => told("asia", "asia")).toThrow(EvidenceInvalid);
});

/** The largest |P(a, b | given) − P(a | given) P(b | given)| over all states. */
function dependence(network: BeliefNetwork, a: number, b: number, given: readonly number[]): number {
  const groups = Map.groupBy(jointEntries(network, []), ({ states }) => given.map((v) => states[v]).join());
  const gaps = [...groups.values()].flatMap((entries) => {
    const sumOver = (holds: (states: readonly number[]) => boolean) =>
      entries.reduce((sum, { states, weight }) => (holds(states) ? sum + weight : sum), 0);
    const total = sumOver(() => true);
    if (total === 0) return [];
    return network.variables[a]!.states.flatMap((_, i) =>
      network.variables[b]!.states.map((__, j) => {
        const both = sumOver((states) => states[a] === i && states[b] === j) / total;
        return Math.abs(
          both -
            (sumOver((states) => states[a] === i) / total) * (sumOver((states) => states[b] === j) / total),
        );
      }),
    );
  });
  return Math.max(...gaps);
}

test("what is separated is independent in the joint distribution, and what is not rarely is", () => {
  let [separated, dependent, connected] = [0, 0, 0];
  fc.assert(
    fc.property(smallNetworks, fc.infiniteStream(fc.nat(6)), (network, picks) => {
      const { variables } = network;
      if (variables.length < 3) return;
      const pick = () => picks.next().value! % variables.length;
      const [a, b, ...rest] = [...new Set([pick(), pick(), pick(), pick()])];
      if (b === undefined) return;
      const names = (indices: readonly number[]) => indices.map((v) => variables[v]!.name);
      const answer = separation(network, { from: names([a!]), to: names([b]), given: names(rest) });
      const gap = dependence(network, a!, b, rest);
      if (answer.separated) {
        separated++;
        expect(gap).toBeLessThan(1e-12);
      } else {
        connected++;
        if (gap > 1e-9) dependent++;
        expect(answer.trail.every(({ open }) => open)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
  expect(separated).toBeGreaterThan(20);
  expect(dependent / connected).toBeGreaterThan(0.1);
});
