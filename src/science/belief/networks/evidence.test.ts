import { expect, test } from "vitest";
import { EvidenceInvalid } from "./belief-error.ts";
import type { Evidence } from "./evidence.ts";
import { readEvidence } from "./evidence.ts";
import { defineNetwork } from "./network.ts";

const network = defineNetwork("test", [
  { name: "rain", states: ["yes", "no"], parents: [], rows: [[0.2, 0.8]] },
  { name: "toString", states: ["constructor", "1"], parents: [], rows: [[0.5, 0.5]] },
]);

test("likelihoods are scaled to 1 and the scale is kept, so that tiny ones do not vanish", () => {
  const [finding] = readEvidence(network, { soft: { rain: { no: 4e-320, yes: 1e-320 } } });
  expect(finding!.likelihood[1]).toBe(1);
  expect(finding!.likelihood[0]).toBeCloseTo(0.25, 2);
  expect(finding!.logScale).toBeCloseTo(Math.log(4e-320), 2);
});

test("names that JavaScript objects carry anyway are only states when they are given", () => {
  expect(readEvidence(network, { hard: { toString: "constructor" } })).toHaveLength(1);
  expect(() => readEvidence(network, { soft: { toString: { 1: 1 } } })).toThrow(
    'lack the state "constructor"',
  );
});

test.each<[string, unknown, string]>([
  ["an unknown variable", { hard: { Rain: "yes" } }, "its variables are rain, toString"],
  ["an unknown state", { hard: { rain: "maybe" } }, "its states are yes, no"],
  ["a state that is no string", { hard: { rain: 1 } }, "no string"],
  ["an unknown state among likelihoods", { soft: { rain: { yes: 1, no: 1, maybe: 1 } } }, '"maybe"'],
  ["a state without likelihood", { soft: { rain: { yes: 1 } } }, 'lack the state "no"'],
  ["a negative likelihood", { soft: { rain: { yes: -1, no: 1 } } }, "is -1"],
  ["a likelihood that is no number", { soft: { rain: { yes: NaN, no: 1 } } }, "is NaN"],
  ["an infinite likelihood", { soft: { rain: { yes: Infinity, no: 1 } } }, "is Infinity"],
  ["likelihoods that are all zero", { soft: { rain: { yes: 0, no: 0 } } }, "every likelihood"],
  ["likelihoods that are no object", { soft: { rain: 0.5 } }, "no object"],
  ["evidence without hard or soft", { rain: "yes" }, 'the key "rain"'],
])("%s is refused in one line that says what is right", (_, evidence, message) => {
  expect(() => readEvidence(network, evidence as Evidence)).toThrow(EvidenceInvalid);
  expect(() => readEvidence(network, evidence as Evidence)).toThrow(message);
});
