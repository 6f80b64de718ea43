import { expect, test } from "vitest";
import { betaQuantile } from "#science/numbers/index.ts";
import { readEvidence } from "./evidence.ts";
import { infer } from "./inference.ts";
import { defineNetwork } from "./network.ts";
import { drawnIntervals, drawPosteriors } from "./parameter-draws.ts";
import { compile } from "./tree/compile.ts";

const rows = (...given: number[]) => given.map((p) => [p, 1 - p]);
const network = defineNetwork("rain", [
  { name: "rain", states: ["yes", "no"], parents: [], rows: rows(0.2) },
  { name: "wet", states: ["yes", "no"], parents: ["rain"], rows: rows(0.9, 0.1) },
  { name: "seen", states: ["yes", "no"], parents: ["wet"], rows: rows(1, 0) },
]);
const doubt = { strength: 20, seed: "draws" };

test("the draws are the same in one chunk or in many", () => {
  const findings = readEvidence(network, { hard: { seen: "yes" } });
  const whole = drawPosteriors(compile(network), findings, doubt, { from: 0, count: 10 });
  const parts = [4, 6].map((count, i) =>
    drawPosteriors(compile(network), findings, doubt, { from: i === 0 ? 0 : 4, count }),
  );
  expect([...parts[0]!, ...parts[1]!]).toEqual([...whole]);
});

test("an unconditional probability is spread as its beta distribution, a certainty not at all", () => {
  const chunk = drawPosteriors(compile(network), [], doubt, { from: 0, count: 4000 });
  const { draws, intervals } = drawnIntervals(network, [chunk]);
  const { low, median, high } = intervals["rain"]!["yes"]!;
  expect(draws).toBe(4000);
  for (const [found, q] of [
    [low, 0.05],
    [median, 0.5],
    [high, 0.95],
  ] as const) {
    expect(Math.abs(found - betaQuantile(q, 4, 16))).toBeLessThan(0.012);
  }
  expect(intervals["seen"]).toEqual(intervals["wet"]);
});

test("tables for once leave the tree as it was, and firm tables leave the answer", () => {
  const tree = compile(network);
  const findings = readEvidence(network, { hard: { seen: "yes" } });
  const drawn = drawPosteriors(tree, findings, { strength: 1e12, seed: 1 }, { from: 0, count: 1 });
  const { posteriors } = infer(network, { hard: { seen: "yes" } });
  expect(drawn[0]).toBeCloseTo(posteriors["rain"]!["yes"]!, 4);
  expect(drawn[0]).not.toBe(posteriors["rain"]!["yes"]!);
  expect([...drawPosteriors(tree, findings, doubt, { from: 3, count: 1 })]).toEqual([
    ...drawPosteriors(compile(network), findings, doubt, { from: 3, count: 1 }),
  ]);
});

test("a strength that is none is refused", () => {
  expect(() => drawPosteriors(compile(network), [], { strength: 0, seed: 1 }, { from: 0, count: 1 })).toThrow(
    RangeError,
  );
});
