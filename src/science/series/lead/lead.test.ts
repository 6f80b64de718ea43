import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { lead } from "./lead.ts";
import { leadIndex } from "./lead-index.ts";
import { leaderMemory } from "./leader-memory.ts";
import { runsTest } from "./runs-test.ts";

const asBooleans = (text: string) => Array.from(text, (letter) => letter === "E");
const SIDES = ["E", "W"] as const;
const asked = (seed = 1) => ({ halfLifeYears: 5, random: randomStream(seed) });
const firsts = (text: string) => Array.from(text, (side, i) => ({ time: 1957 + i, side }));

/** All orders of a's and b's, counted. */
function tailByCounting(a: number, b: number, runs: number): number {
  let [all, many] = [0, 0];
  for (let bits = 0; bits < 2 ** (a + b); bits++) {
    const order = Array.from({ length: a + b }, (_, i) => (bits >> i) & 1);
    if (order.reduce((x, y) => x + y, 0) !== a) continue;
    all++;
    if (1 + order.filter((x, i) => i > 0 && x !== order[i - 1]).length >= runs) many++;
  }
  return many / all;
}

test("the tail of the runs test is exact", () => {
  const { runs, pAlternating, pPersisting } = runsTest(asBooleans("EEWEWWEEWEWWE"));
  expect(runs).toBe(9);
  expect(pAlternating).toBeCloseTo(tailByCounting(7, 6, 9), 12);
  expect(pPersisting).toBeCloseTo(1 - tailByCounting(7, 6, 10), 12);
});

test("both tails share the runs that were seen, whatever the order", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 60 }), (order) => {
      const a = order.filter(Boolean).length;
      fc.pre(Math.min(a, order.length - a) >= 5);
      const { pAlternating, pPersisting } = runsTest(order);
      expect(pAlternating + pPersisting).toBeGreaterThanOrEqual(1 - 1e-9);
    }),
  );
});

test("strict turns are an alternation, and memory forecasts the next", () => {
  const answer = lead(firsts("EW".repeat(15)), SIDES, asked());
  expect(answer.verdict).toMatch(/^The lead alternates: 30 runs in 30 firsts/);
  expect(answer.next.by).toBe("who led last");
  expect(answer.next.shares.E!.share).toBe(1);
  expect(answer.next.shares.E!.low).toBeLessThan(0.9);
});

test("an order of chance is no alternation, and the base rate forecasts", () => {
  const random = randomStream("by chance");
  const text = Array.from({ length: 60 }, () => (random() < 0.3 ? "E" : "W")).join("");
  const { verdict, next } = lead(firsts(text), SIDES, asked());
  expect(verdict).toMatch(/^An alternation of the lead is not shown/);
  expect(next.by).toBe("base rate");
  expect(next.shares.E!.share + next.shares.W!.share).toBeCloseTo(1, 12);
});

test("memory is claimed in about 5 % of orders without any", () => {
  let [byP, wins] = [0, 0];
  for (let seed = 0; seed < 200; seed++) {
    const random = randomStream(`memory ${seed}`);
    const order = Array.from({ length: 50 }, () => (random() < 0.4 ? 0 : 1));
    const memory = leaderMemory(order, 2, random);
    if (memory.p <= 0.05) byP++;
    if (memory.wins) wins++;
  }
  expect(byP).toBeLessThanOrEqual(18);
  expect(wins).toBeLessThanOrEqual(12);
});

test("the index forgets: after many half-lives only the latest count", () => {
  const points = leadIndex([...firsts("EEEEEEEE"), { time: 2100, side: "W" }], "E", 5);
  expect(points.at(-2)!.share).toBe(1);
  expect(points.at(-1)!.share).toBeLessThan(0.01);
  expect(points.at(-1)!.high).toBeGreaterThan(0.5);
});

test("too few firsts, or too few of one side, are refused", () => {
  expect(() => lead(firsts("EWEWE"), SIDES, asked())).toThrow(/at least 15 would be enough/);
  expect(() => lead(firsts("EEEEEEEEEEEEEEEEEEEWW"), SIDES, asked())).toThrow(
    /leads 2 times in 21; at least 5/,
  );
});
