import { expect, test } from "vitest";
import type { BehaviourReply } from "../../src/api/contract.ts";
import { closeness, meaningOf, speedInWords } from "./behaviour-words.ts";

type Behaviour = BehaviourReply["behaviour"][number];
const as = (kind: Behaviour["kind"], measures: Behaviour["measures"], oneWith: string | null = null) => ({
  ...{ observation: "o", kind, who: 1, whom: [2], from: "2020-06-12", to: "2020-06-18" },
  ...{ knownAt: "2020-06-21", claim: "", measures, oneWith },
});

test("each kind is told in its own measures, and what is not measured is not made up", () => {
  const approach = as("approach", { missKm: 0.226, relMs: 27.4, chanceInMonth: 0.0019 });
  expect([closeness(approach), speedInWords(approach)]).toEqual(["0.2 km", "27 m/s"]);
  const plane = as("coplanar", { minPlaneDeg: 0.04, heightKm: -12, nodeDriftDegPerDay: 0.001 });
  expect([closeness(plane), speedInWords(plane)]).toEqual(["plane 0.0°, 12 km below", "–"]);
  expect(closeness(as("geo_neighbour", { minDeg: 0.051 }))).toBe("0.05° of longitude");
  expect(speedInWords(as("manoeuvre", { dvMs: 1.5 }))).toBe("Δv 1.50 m/s");
  expect(closeness(as("manoeuvre", { dvMs: 1.5 }))).toBe("–");
});

test("a plane that is kept is not one that is crossed, and one coming says so", () => {
  expect(meaningOf(as("coplanar", { nodeDriftDegPerDay: 0.001 }))).toContain("keeps it");
  expect(meaningOf(as("coplanar", { nodeDriftDegPerDay: -0.2 }, "other"))).toMatch(/Crosses.*Counts as one/);
});
