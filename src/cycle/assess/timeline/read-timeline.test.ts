import { beforeAll, expect, test } from "vitest";
import { addDays } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import type { TimelineRules } from "#model/timeline.ts";
import type { Watch } from "#model/watch.ts";
import { observation } from "#store/testing/samples.ts";
import { readWatch } from "#watch/index.ts";
import { readTimeline, type Timeline } from "./read-timeline.ts";

const RULES: TimelineRules = {
  where: { stream: "milestones", kind: "first" },
  by: "bloc",
  sides: ["EAST", "WEST"],
  from: "1957-10-04",
  periodYears: { min: 2, max: 10 },
  halfLifeYears: 5,
};
const AS_OF = "2000-06-30";

const first = (id: string, knownAt: string, changed: Partial<Observation> = {}) =>
  observation(id, {
    kind: "first",
    knownAt,
    attributes: { bloc: id.length % 2 ? "EAST" : "WEST" },
    ...changed,
  });

/** One about every eight months, sides in no order. */
const known = Array.from({ length: 60 }, (_, i) =>
  first(
    `M-${"x".repeat((i * i) % 7)}${i}`,
    addDays("1958-01-01", Math.round(i * 250 + 90 * Math.sin(i * 2.4))),
  ),
);

let [watch, told] = [] as unknown as [Watch, Timeline];
const read = (observations: readonly Observation[], asOf = AS_OF) =>
  readTimeline(watch, RULES, asOf, observations);

beforeAll(() => {
  watch = readWatch("watches/ilrs");
  told = read(known);
});

test("milestones stand in order with their sides, under a verdict on each question", () => {
  expect(told.milestones).toHaveLength(60);
  expect(told.milestones.map(({ on }) => on)).toEqual(told.milestones.map(({ on }) => on).sort());
  expect(told.period).toMatchObject({
    n: 60,
    verdict: expect.stringMatching(/between 2 and 10 years/) as string,
  });
  expect(told.lead).toMatchObject({
    n: 60,
    verdict: expect.stringMatching(/The next first is EAST/) as string,
  });
});

test("a hundred records of the future change nothing, whether they became known later or have not happened yet", () => {
  const planted = Array.from({ length: 100 }, (_, i) => {
    const knownAt = addDays(AS_OF, 1 + i * 7);
    const early = { validFrom: "1970-01-01", validTo: "1970-01-01" };
    const ahead = { knownAt: AS_OF, validFrom: knownAt, validTo: knownAt };
    const superseding = { links: [{ relation: "supersedes" as const, to: known[i % 60]!.id }] };
    return first(`FUTURE-${i}`, knownAt, [{}, early, ahead, superseding][i % 4]);
  });
  expect(read([...planted, ...known])).toEqual(told);
});

test("nothing after the last day that was looked at is taken for quiet", () => {
  expect(read(known, "2030-01-01").to).toBe(
    watch.record.find(({ stream }) => stream === "milestones")!.covers.to,
  );
});

test("too few milestones leave both questions unanswered, with what would be enough", () => {
  const few = read(known.slice(0, 8));
  expect(few.period).toEqual({
    problem: "8 events cannot show a cycle",
    remedy: expect.stringMatching(/at least 15/) as string,
  });
  expect(few.lead).toMatchObject({ remedy: "at least 15 would be enough" });
});
