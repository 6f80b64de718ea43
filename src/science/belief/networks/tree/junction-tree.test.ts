import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { NetworkTooLarge } from "../belief-error.ts";
import type { BeliefNetwork } from "../network.ts";
import { defineNetwork } from "../network.ts";
import { compile } from "./compile.ts";
import { projection } from "./projection.ts";

/** Uniform binary variables with the parents given by a rule. */
function uniform(size: number, parentsOf: (v: number) => readonly number[]): BeliefNetwork {
  const definitions = Array.from({ length: size }, (_, v) => {
    const parents = parentsOf(v);
    const rows = Array.from({ length: 2 ** parents.length }, () => [0.5, 0.5]);
    return { name: `v${v}`, states: ["a", "b"], parents: parents.map((u) => `v${u}`), rows };
  });
  return defineNetwork("uniform", definitions);
}

const grid = (side: number) =>
  uniform(side * side, (v) => [...(v % side ? [v - 1] : []), ...(v >= side ? [v - side] : [])]);

const randomNetworks = fc
  .record({
    size: fc.integer({ min: 1, max: 40 }),
    fanIn: fc.integer({ min: 0, max: 4 }),
    seed: fc.integer(),
  })
  .map(({ size, fanIn, seed }) => {
    const random = randomStream(seed);
    return uniform(size, (v) => [
      ...new Set(Array.from({ length: Math.min(v, fanIn) }, () => Math.floor(random() * v))),
    ]);
  });

test("cliques hold every family, and those that hold a variable are connected through separators that hold it", () => {
  fc.assert(
    fc.property(randomNetworks, (network) => {
      const { cliques, stateCounts } = compile(network);
      const indexOf = new Map(network.variables.map(({ name }, v) => [name, v]));
      network.variables.forEach(({ parents }, v) => {
        const family = [v, ...parents.map((parent) => indexOf.get(parent)!)];
        expect(cliques.some(({ variables }) => family.every((u) => variables.includes(u)))).toBe(true);
        const holders = cliques.filter(({ variables }) => variables.includes(v));
        const joins = holders.filter(({ separator }) => separator?.variables.includes(v));
        expect(joins).toHaveLength(holders.length - 1);
        for (const { separator } of joins) expect(holders).toContain(separator!.parent);
      });
      const tables = [...cliques, ...cliques.flatMap(({ separator }) => separator ?? [])];
      tables
        .toSorted((a, b) => a.offset - b.offset)
        .reduce((end, { offset, size, variables }) => {
          expect(offset).toBe(end);
          expect(size).toBe(variables.reduce((product, v) => product * stateCounts[v]!, 1));
          return end + size;
        }, 0);
    }),
  );
});

test("a wanted root is in the first clique", () => {
  const network = grid(5);
  for (const root of [0, 12, 24]) expect(compile(network, { root }).cliques[0]!.variables).toContain(root);
});

test("a chain needs only its arcs, and a 6 × 6 grid no clique of more than 8 variables", () => {
  const chain = compile(uniform(100, (v) => (v > 0 ? [v - 1] : [])));
  expect(chain.cliqueEntries).toBe(99 * 4);
  expect(Math.max(...compile(grid(6)).cliques.map(({ variables }) => variables.length))).toBeLessThanOrEqual(
    8,
  );
});

test("the same network always gives the same tree", () => {
  const [a, b] = [compile(grid(7)), compile(grid(7))];
  expect(a.cliques.map(({ variables }) => variables)).toEqual(b.cliques.map(({ variables }) => variables));
});

test("a network that does not fit is refused before anything is allocated, with what it would need", () => {
  for (const side of [24, 40]) {
    const network = grid(side);
    const begin = process.cpuUsage();
    const refused = refusal(() => compile(network));
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(5);
    expect(refused.entries).toBeGreaterThan(2 ** side);
    expect(refused.bytes).toBeGreaterThan(16 * refused.entries);
    expect(refused.limitBytes).toBe(2 ** 31);
    expect(refused.message).toMatch(/needs .* clique entries, about .* GiB; the limit is 2\.00 GiB/);
  }
});

test("a size beyond all numbers is told as one", () => {
  const { message } = new NetworkTooLarge({ entries: Infinity, bytes: Infinity, limitBytes: 2 ** 31 });
  expect(message).toMatch(/needs more than 1e308 clique entries/);
});

test("the limit can be set", () => {
  const { entries } = refusal(() => compile(grid(6), { limitBytes: 1000 }));
  expect(compile(grid(6), { limitBytes: 4 * entries * 8 }).cliqueEntries).toBe(entries);
});

function refusal(attempt: () => unknown): NetworkTooLarge {
  try {
    attempt();
  } catch (error) {
    if (error instanceof NetworkTooLarge) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("a projection finds the entry that agrees on the common variables", () => {
  const stateCounts = [2, 3, 4, 5, 6, 7];
  const from = fc.shuffledSubarray([0, 1, 2, 3, 4, 5]);
  const cases = from.chain((variables) => fc.tuple(fc.constant(variables), fc.shuffledSubarray(variables)));
  fc.assert(
    fc.property(cases, fc.nat(), ([variables, onto], seed) => {
      const { outer, inner } = projection(variables, onto, stateCounts);
      const random = randomStream(seed);
      const states = stateCounts.map((count) => Math.floor(random() * count));
      const indexIn = (table: readonly number[]) =>
        table.reduce((index, v) => index * stateCounts[v]! + states[v]!, 0);
      const at = indexIn(variables);
      expect(outer[Math.floor(at / inner.length)]! + inner[at % inner.length]!).toBe(indexIn(onto));
      expect(outer.length * inner.length).toBe(
        variables.reduce((product, v) => product * stateCounts[v]!, 1),
      );
    }),
  );
});
