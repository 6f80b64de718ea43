import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStream } from "#science/numbers/index.ts";
import { smallestConflict } from "./conflict.ts";
import type { Finding } from "./evidence.ts";
import { readEvidence } from "./evidence.ts";
import type { BeliefNetwork, VariableDefinition } from "./network.ts";
import { defineNetwork } from "./network.ts";
import { compile } from "./tree/compile.ts";
import { supportOf } from "./tree/support.ts";
import { enumerate, networksWithEvidence } from "./testing/small-networks.ts";

const subsetsOf = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);

test("no conflict in a small network is smaller than the one named", () => {
  let met = 0;
  fc.assert(
    fc.property(networksWithEvidence, ({ network, evidence }) => {
      const findings = readEvidence(network, evidence).slice(0, 6);
      const isConflict = (chosen: readonly Finding[]) => enumerate(network, chosen).total === 0;
      if (!isConflict(findings)) return;
      met++;
      const { findings: conflict, atLeast } = smallestConflict(network, findings);
      expect(isConflict(conflict)).toBe(true);
      expect(atLeast).toBe(conflict.length);
      const smaller = subsetsOf(findings).filter((chosen) => chosen.length < conflict.length);
      expect(smaller.some(isConflict)).toBe(false);
    }),
    { numRuns: 100 },
  );
  expect(met).toBeGreaterThan(5);
});

/** Coins, then gates: the majority or the parity of three coins that lie near each other. */
function gates(coins: number, count: number, seed: number): BeliefNetwork {
  const random = randomStream(`gates ${seed}`);
  const states = ["1", "0"];
  const rowsOf = { parity: [1, 0, 0, 1, 0, 1, 1, 0], majority: [1, 1, 1, 0, 1, 0, 0, 0] };
  const names = Array.from({ length: coins }, (_, i) => `coin${i}`);
  const tossed = names.map((name): VariableDefinition => ({ name, states, parents: [], rows: [[0.5, 0.5]] }));
  const wired = Array.from({ length: count }, (_, i): VariableDefinition => {
    const middle = Math.floor((i / count) * coins);
    const near = names.slice(Math.max(0, middle - 4), middle + 4);
    const parents = [0, 1, 2].map(() => near.splice(Math.floor(random() * near.length), 1)[0]!);
    const rows = rowsOf[random() < 0.2 ? "parity" : "majority"].map((p) => [p, 1 - p]);
    return { name: `gate${i}`, states, parents, rows };
  });
  return defineNetwork("logic", [...tossed, ...wired]);
}

test("a parity needs every one of its findings, however many", () => {
  const states = ["1", "0"];
  const count = 30;
  const bits = Array.from({ length: count }, (_, i) => ({
    name: `bit${i}`,
    states,
    parents: [],
    rows: [[0.5, 0.5]],
  }));
  const parities = bits.map(({ name }, i) => ({
    name: `parity${i}`,
    states,
    parents: i === 0 ? [name] : [`parity${i - 1}`, name],
    rows: (i === 0 ? [1, 0] : [0, 1, 1, 0]).map((p) => [p, 1 - p]),
  }));
  const network = defineNetwork("parity", [...bits, ...parities]);
  const hard = Object.fromEntries(bits.map(({ name }) => [name, "1"]));
  const findings = readEvidence(network, { hard: { ...hard, [`parity${count - 1}`]: "1" } });
  const { findings: conflict, atLeast } = smallestConflict(network, findings);
  expect([conflict.length, atLeast]).toEqual([count + 1, count + 1]);
});

/** Findings that hold together but for one of them, which is turned over. */
function almostPossible(network: BeliefNetwork, share: number, seed: number): Record<string, string> {
  const random = randomStream(`findings ${seed}`);
  const drawn = new Map<string, number>();
  for (const { name, parents, cpt } of network.variables) {
    const row = parents.reduce((index, parent) => index * 2 + drawn.get(parent)!, 0);
    drawn.set(name, random() < cpt[2 * row]! ? 0 : 1);
  }
  const chosen = [...drawn].filter(() => random() < share);
  const turned = chosen.findLastIndex(([name]) => name.startsWith("gate"));
  const state = (drawnState: number, i: number) =>
    network.variables[0]!.states[i === turned ? 1 - drawnState : drawnState]!;
  return Object.fromEntries(chosen.map(([name, drawnState], i) => [name, state(drawnState, i)]));
}

test("among a hundred findings on a logic network the smallest conflict is proven", () => {
  const sizes = Array.from({ length: 8 }, (_, seed) => seed).flatMap((seed) => {
    const network = gates(40, 100, seed);
    const findings = readEvidence(network, { hard: almostPossible(network, 0.7, seed) });
    if (supportOf(compile(network))(findings)) return [];
    const { findings: conflict, atLeast } = smallestConflict(network, findings);
    expect(atLeast).toBe(conflict.length);
    return [conflict.length];
  });
  expect(Math.max(...sizes)).toBeGreaterThan(3);
});
