import { describe, expect, test } from "vitest";
import type { Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { observed, tinyWatch } from "../../../test/fixtures/tiny-watch.ts";
import { createAssessor } from "./assess.ts";
import { collectionPlan } from "./collection-plan.ts";

const AS_OF = "2024-06-30";
const lookedAt = (stream: string, from: Day, to: Day) =>
  observed(`C-${stream}`, to, { stream, kind: "coverage", validFrom: from, validTo: to });
const planned = (observations: readonly Observation[], of = tinyWatch()) =>
  collectionPlan(createAssessor(of)({ asOf: AS_OF, observations, inputsHash: "", withPath: false }));
const thefts = [observed("T-1", "2019-03-02"), observed("T-2", "2019-09-02")];

describe("what to look at next", () => {
  test("is ranked by what the unseen share of a window would move", () => {
    const { looks } = planned(thefts);
    expect(looks.length).toBeGreaterThan(1);
    const worths = looks.map(({ worth }) => worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    for (const { unseen, moves, worth } of looks) {
      const widest = Math.max(...moves.map(({ expectedMove }) => expectedMove));
      expect(moves[0]!.expectedMove).toBe(widest);
      expect(worth).toBe(unseen * widest);
    }
  });

  test("is worth nothing once its whole window was looked at", () => {
    const gap = planned(thefts);
    const seen = planned([
      ...thefts,
      ...gap.streams.map(({ stream }) => lookedAt(stream, "2015-01-01", AS_OF)),
    ]);
    expect(gap.looks.some(({ worth }) => worth > 0)).toBe(true);
    expect(seen.looks.map(({ unseen, worth }) => [unseen, worth])).toEqual(seen.looks.map(() => [0, 0]));
    expect(seen.streams.map(({ seenTo }) => seenTo)).toEqual(seen.streams.map(() => AS_OF));
  });

  test("knows nothing of what became known later", () => {
    expect(planned([...thefts, lookedAt("tests", "2015-01-01", "2024-07-15")])).toEqual(planned(thefts));
  });
});

test("a stream that nobody ever looked at has no last day", () => {
  const { streams } = planned(thefts, tinyWatch({ record: [] }));
  expect(streams.map(({ seenTo }) => seenTo)).toEqual(streams.map(() => null));
});
