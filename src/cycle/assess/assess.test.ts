import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayAt, dayNumber, type Day } from "#model/day.ts";
import type { Observation } from "#model/observation.ts";
import { observed, tinyWatch } from "../../../test/fixtures/tiny-watch.ts";
import { createAssessor } from "./assess.ts";
import { observationShift } from "./contributions.ts";
import { explain } from "./explain.ts";

const watch = tinyWatch();
const judge = (asOf: Day, observations: readonly Observation[], of = watch) =>
  createAssessor(of)({ asOf, observations, inputsHash: "", withPath: true });
const assess = (asOf: Day, observations: readonly Observation[], of = watch) =>
  judge(asOf, observations, of).assessment;
const pOf = (asOf: Day, observations: readonly Observation[], of = watch) =>
  assess(asOf, observations, of).scenarios.map(({ crossing }) => crossing.p90);
const level = (asOf: Day, observations: readonly Observation[], id = "A-1") =>
  assess(asOf, observations).indicators.find((i) => i.id === id)!.level;

const thefts = (n: number, from: Day, everyDays = 40) =>
  Array.from({ length: n }, (_, i) => observed(`T-${i}`, addDays(from, i * everyDays)));
const RECORD = [
  ...thefts(20, "2017-03-02"),
  observed("X-1", "2019-05-05", { stream: "tests", kind: "test" }),
  observed("X-2", "2020-02-02", { attribution: "ruled_accident" }),
  observed("X-3", "2020-02-20", {
    links: [{ relation: "same-story", to: "X-1" }],
    stream: "tests",
    kind: "plan",
  }),
];

describe("what a rule has counted", () => {
  const casesOn = (asOf: Day, n: number, everyDays: number) =>
    assess(asOf, thefts(n, "2019-01-10", everyDays)).scenarios[0]!.counted;

  test("tells the cases of its window by how far each moves the scenario", () => {
    const { stories, cases } = casesOn("2019-12-31", 5, 40);
    expect(cases).toHaveLength(stories);
    expect(cases!.map(({ id }) => id).toSorted()).toEqual(["T-0", "T-1", "T-2", "T-3", "T-4"]);
    expect(cases!.every(({ logOdds }) => logOdds > 0)).toBe(true);
  });

  test("names them though no single one moves it, where it has counted more than it needs", () => {
    const { stories, critical, cases } = casesOn("2019-12-31", 14, 20);
    expect(stories).toBeGreaterThan(critical + 5);
    expect(cases).toHaveLength(stories);
    expect(Math.max(...cases!.map(({ logOdds }) => Math.abs(logOdds)))).toBeLessThan(0.2);
  });

  test("leaves them out where nobody asks what moved it", () => {
    const bare = { asOf: "2019-12-31", inputsHash: "", withPath: false, withDrivers: false } as const;
    const [spying] = createAssessor(watch)({ ...bare, observations: RECORD }).assessment.scenarios;
    expect(spying!.counted).not.toHaveProperty("cases");
  });
});

describe("what was known", () => {
  test("rows that become known later change no bit of an earlier assessment", () => {
    const before = JSON.stringify(assess("2020-06-15", RECORD));
    const later = fc.record({
      day: fc.integer({ min: dayNumber("2020-06-16"), max: dayNumber("2030-01-01") }),
      kind: fc.constantFrom("theft", "test", "use"),
    });
    fc.assert(
      fc.property(fc.array(later, { maxLength: 8 }), (planted) => {
        const rows = planted.map(({ day, kind }, i) =>
          observed(`P-${i}`, dayAt(day), {
            kind,
            stream: kind === "theft" ? "thefts" : "tests",
            validFrom: "2016-01-01",
            links: [
              { relation: "same-story", to: "T-3" },
              { relation: "supersedes", to: "T-5" },
            ],
          }),
        );
        expect(JSON.stringify(assess("2020-06-15", [...rows, ...RECORD]))).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  test("a day before the watch begins is refused", () => {
    expect(() => assess("2014-12-31", RECORD)).toThrow("the watch begins in 2015-01, asked for 2014-12-31");
  });

  test("the order of import changes nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(RECORD, { minLength: RECORD.length }), (shuffled) => {
        expect(assess("2021-01-31", shuffled)).toEqual(assess("2021-01-31", RECORD));
      }),
      { numRuns: 10 },
    );
  });

  test("what no reader reads changes nothing but the count of what is known", () => {
    const unread = Array.from({ length: 40 }, (_, n) =>
      observed(`L-${n}`, addDays("2016-01-01", 30 * n), { stream: "launches", kind: "launch" }),
    );
    const { inputs: before, ...told } = assess("2020-06-15", RECORD);
    const { inputs: after, ...same } = assess("2020-06-15", [...unread, ...RECORD]);
    expect(same).toEqual(told);
    expect(after.observations).toBe(before.observations + 40);
  });

  test("what ties two read stories into one counts though nothing reads it", () => {
    const tie = (id: string, to: string) =>
      observed(id, "2017-06-01", {
        stream: "launches",
        kind: "launch",
        links: [
          { relation: "same-story", to: "T-0" },
          { relation: "same-story", to },
        ],
      });
    expect(pOf("2020-06-15", [tie("L-1", "T-1"), ...RECORD])).toEqual(
      pOf(
        "2020-06-15",
        RECORD.map((one) =>
          one.id === "T-1" ? { ...one, links: [{ relation: "same-story" as const, to: "T-0" }] } : one,
        ),
      ),
    );
  });

  test("an assessor that has judged other days gives the same bits as a fresh one", () => {
    const warm = createAssessor(watch);
    const ask = (asOf: Day) =>
      warm({ asOf, observations: RECORD, inputsHash: "", withPath: true }).assessment;
    for (const day of ["2018-01-15", "2022-09-30", "2017-05-05"]) ask(day);
    expect(JSON.stringify(ask("2021-03-10"))).toBe(JSON.stringify(assess("2021-03-10", RECORD)));
  });

  test("swapping two indicators' names swaps their labels and no number", () => {
    const swap: Record<string, string> = { "A-1": "B-1", "B-1": "A-1" };
    const renamed = tinyWatch({
      indicators: watch.indicators.map((i) => ({ ...i, id: swap[i.id] ?? i.id })),
    });
    expect(pOf("2021-03-10", RECORD, renamed)).toEqual(pOf("2021-03-10", RECORD));
  });
});

describe("evidence", () => {
  test("copies of one story count once, whenever the links are read", () => {
    const copies = thefts(5, "2020-01-10").flatMap((theft) => [
      theft,
      { ...theft, id: `${theft.id}-copy`, links: [{ relation: "same-copy" as const, to: theft.id }] },
    ]);
    expect(pOf("2020-12-31", copies)).toEqual(pOf("2020-12-31", thefts(5, "2020-01-10")));
  });

  test("a better report of a known story adds the difference when it becomes known", () => {
    const rumour = observed("R", "2020-01-10", { grade: { reliability: "D", credibility: 4 } });
    const confirmed = observed("C", "2020-03-10", {
      grade: { reliability: "A", credibility: 1 },
      links: [{ relation: "same-story", to: "R" }],
    });
    const value = (asOf: Day) => assess(asOf, [rumour, confirmed]).indicators[0]!.value;
    expect([value("2020-02-01"), value("2020-04-01")]).toEqual([0.3, 0.95]);
  });

  test("months after a file's horizon are unobserved, not quiet", () => {
    const unrestrained = tinyWatch({
      record: watch.record.map((r) => ({ ...r, covers: { ...r.covers, to: "2023-12-31" } })),
    });
    const [unobserved] = pOf("2023-06-30", RECORD);
    const [quiet] = pOf("2023-06-30", RECORD, unrestrained);
    expect(unobserved).toBeGreaterThan(quiet!);
    expect(level("2023-06-30", RECORD)).toBe("unknown");
  });

  test("an indicator nobody collects is unknown and says nothing", () => {
    const reading = assess("2021-03-10", RECORD).indicators.find(({ id }) => id === "B-3")!;
    expect(reading).toMatchObject({ level: "unknown", value: null, exposure: 0 });
    const without = tinyWatch({ indicators: watch.indicators.filter(({ id }) => id !== "B-3") });
    expect(pOf("2021-03-10", RECORD, without)).toEqual(pOf("2021-03-10", RECORD));
  });

  test("five reports of one tier are one finding", () => {
    const once = [observed("U-0", "2020-01-10", { stream: "tests", kind: "test" })];
    const often = [
      ...once,
      ...[1, 2, 3, 4].map((i) =>
        observed(`U-${i}`, addDays("2020-01-10", i), { stream: "tests", kind: "test" }),
      ),
    ];
    expect(pOf("2020-06-30", often)).toEqual(pOf("2020-06-30", once));
  });

  test("no events under full coverage lower every scenario; no coverage leaves the prior", () => {
    const uncovered = tinyWatch({
      record: watch.record.map((r) => ({ ...r, covers: { from: "1990-01-01", to: "1990-12-31" } })),
    });
    const nothing = pOf("2021-12-31", [], uncovered);
    pOf("2021-12-31", []).forEach((p, k) => expect(p).toBeLessThan(nothing[k]!));
    const carried = judge("2021-12-31", [], uncovered);
    expect(nothing[0]).toBeCloseTo(explain(carried, "spying").prior, 14);
  });
});

describe("levels", () => {
  test("rise at their bounds and fall only clearly below them", () => {
    const sure = (n: number) =>
      thefts(n, "2020-01-01", 20).map((t) => ({
        ...t,
        grade: { reliability: "A" as const, credibility: 1 as const },
      }));
    expect([
      level("2020-12-31", sure(1)),
      level("2020-12-31", sure(4)),
      level("2020-12-31", sure(9)),
    ]).toEqual([0, 2, 4]);
  });

  test("an event fades with the half-life once it has left the window", () => {
    const value = (asOf: Day) => assess(asOf, [observed("T", "2020-01-01")]).indicators[0]!.value;
    expect(value("2020-12-30")).toBe(0.8);
    expect(value(addDays("2020-01-01", 365 + 180))).toBeCloseTo(0.4, 12);
  });

  test("the lagged measure reads the other scenario's indicators as they stood", () => {
    expect(assess("2021-06-30", RECORD).indicators.find(({ id }) => id === "B-2")!.value).toBeGreaterThan(1);
  });
});

describe("explanation", () => {
  const assessed = judge("2021-03-10", RECORD);
  const logit = (p: number) => Math.log(p / (1 - p));

  test("removing one observation and running again equals never having had it, to 1e-12", () => {
    for (const { id } of RECORD) {
      const again = pOf(
        "2021-03-10",
        RECORD.filter((o) => o.id !== id),
      );
      const shift = observationShift(assessed.inference, assessed.situation, assessed.readers, id);
      again.forEach((p, k) =>
        expect(Math.abs(logit(assessed.inference.soon[k]!) - shift[k]! - logit(p))).toBeLessThan(1e-12),
      );
    }
  });

  test("contributions sum from the unobserved probability to the stated one", () => {
    const { p, prior, contributions } = explain(assessed, "rivalry");
    const total = contributions.reduce((sum, { shapley }) => sum + shapley, 0);
    expect(total).toBeCloseTo(logit(p) - logit(prior), 9);
  });

  test("what is critical tells since when it was judged so without a break", () => {
    const busy = judge("2019-12-31", thefts(14, "2019-01-10", 20));
    const { easing, path } = busy.assessment.scenarios.find(({ p }) => p >= 0.5)!;
    const from = path!.findIndex(({ month }) => month === easing!.since);
    expect(path!.slice(from).every(({ p }) => p >= 0.5)).toBe(true);
    expect(path![from - 1]?.p ?? 0).toBeLessThan(0.5);
  });

  test("the interval holds the probability, and the path ends on it", () => {
    for (const { p, low, high, path, crossing } of assessed.assessment.scenarios) {
      expect(low).toBeLessThanOrEqual(p);
      expect(high).toBeGreaterThanOrEqual(p);
      expect(path!.at(-1)).toMatchObject({ month: "2021-03", p, low, high });
      expect([crossing.p30, crossing.p90, crossing.p365]).toEqual(
        [crossing.p30, crossing.p90, crossing.p365].toSorted((a, b) => a - b),
      );
    }
  });
});
