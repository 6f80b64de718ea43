import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claims } from "#model/claim.ts";
import { addDays, lastDayOf, monthsThrough } from "#model/day.ts";
import { question, type Question } from "#model/question.ts";
import { storiesKnown } from "#model/story-count.ts";
import type { WarningState } from "#model/warning.ts";
import { brierScore } from "#science/belief/scores/index.ts";
import { observed, tinyWatch } from "../../../test/fixtures/tiny-watch.ts";
import { claimRecord } from "./claim-record.ts";
import { told } from "./fixture.ts";
import { questionRecord } from "./question-record.ts";
import { createResolver } from "./resolve.ts";
import { ruleHistory } from "./rule-history.ts";
import { scoreboard } from "./scoreboard.ts";
import { warningRecord } from "./warning-record.ts";
import { toldBy, toldMonthly } from "./warnings-told.ts";

/** Two thefts in twelve months are building, five critical; thefts are covered from 2014 to June 2022. */
const watch = tinyWatch();
const [spying] = watch.scenarios;
const thefts = (...days: string[]) => days.map((day, i) => observed(`T-${i}`, day));
const FIVE = thefts("2018-01-10", "2018-02-10", "2018-03-10", "2018-04-10", "2018-05-10");
const TODAY = "2024-01-01";

describe("a rule", () => {
  const history = (rows = FIVE, known = TODAY) => ruleHistory(watch, spying!, storiesKnown(rows, known));

  test("counts the stories of its window, on the day", () => {
    expect(history().stateOn("2018-01-31")).toBe("dormant");
    expect(history().stateOn("2018-02-10")).toBe("building");
    expect([history().stateOn("2018-05-09"), history().stateOn("2018-05-10")]).toEqual([
      "building",
      "critical",
    ]);
    expect([history().stateOn("2019-01-09"), history().stateOn("2019-01-10")]).toEqual([
      "critical",
      "building",
    ]);
    expect(history().onsets).toEqual(["2018-05-10"]);
  });

  test("counts a story once, on the day of its first event, and doubtful rows not at all", () => {
    const linked = FIVE.map((row, i) =>
      i === 4 ? { ...row, links: [{ relation: "same-story" as const, to: "T-0" }] } : row,
    );
    expect(history(linked).stateOn("2018-05-10")).toBe("building");
    const doubtful = FIVE.map((row, i) =>
      i === 4 ? { ...row, grade: { ...row.grade, credibility: 4 } } : row,
    );
    expect(history(doubtful).stateOn("2018-05-10")).toBe("building");
  });

  test("knows nothing that became known later", () => {
    const late = FIVE.map((row) => ({ ...row, knownAt: addDays(row.validFrom, 60) }));
    expect(history(late, "2018-05-10").stateOn("2018-05-10")).toBe("building");
    expect(history(late, "2018-07-09").stateOn("2018-05-10")).toBe("critical");
  });

  test("says nothing where the record did not look, but critical stands", () => {
    expect([history().stateOn("2022-06-30"), history().stateOn("2022-07-01")]).toEqual(["dormant", null]);
    const after = thefts("2022-07-10", "2022-08-10", "2022-09-10", "2022-10-10", "2022-11-10");
    expect(history(after).stateOn("2022-11-10")).toBe("critical");
  });
});

describe("a forecast", () => {
  const resolver = (today: string, rows = FIVE) => createResolver(watch, rows, today);

  test("is open until the lag has passed, then decided by what was known on that day", () => {
    const within = (today: string) => resolver(today).criticalWithin(spying!, "2018-03-01", 90);
    expect(within("2018-08-27")).toEqual({ status: "open", due: "2018-08-28" });
    expect(within("2018-08-28")).toEqual({ status: "resolved", outcome: 1 });
    expect(resolver(TODAY).criticalWithin(spying!, "2018-03-01", 30)).toEqual({
      status: "resolved",
      outcome: 0,
    });
    const slow = FIVE.map((row, i) => (i === 4 ? { ...row, knownAt: "2018-08-29" } : row));
    expect(resolver(TODAY, slow).criticalWithin(spying!, "2018-03-01", 90)).toEqual({
      status: "resolved",
      outcome: 0,
    });
  });

  test("is void where the record ended before its time was up", () => {
    expect(resolver(TODAY).criticalWithin(spying!, "2022-05-01", 90)).toEqual({ status: "void" });
  });

  test("of a scenario critical already is no hard case", () => {
    const days = ["2018-04-30", "2018-05-31"].map((day) => told(day, { p: { spying: 0.6 } }));
    const request = { watch, asOf: TODAY, observations: FIVE, live: [] };
    const ledger = { entries: 0, head: "", live: 0, notScored: 0 };
    const { illustrative, live } = scoreboard({ ...request, ledger, illustrative: days });
    const [onTheDay] = illustrative.horizons;
    expect(onTheDay).toMatchObject({ resolved: 2, open: 0, void: 0 });
    expect(onTheDay!.scores).toMatchObject({ n: 2, baseRate: 0.5, brier: (0.36 + 0.16) / 2 });
    expect(onTheDay!.onsets).toMatchObject({ n: 1, brier: 0.36 });
    expect(illustrative.states).toMatchObject({ n: 2 });
    expect(live).toMatchObject({ assessments: 0, first: null, states: null });
    expect(live.horizons.every(({ scores }) => scores === null)).toBe(true);
  });
});

describe("warnings", () => {
  const monthly = (from: string, to: string, state: (day: string) => WarningState) =>
    monthsThrough(from, to)
      .map(lastDayOf)
      .map((day) => told(day, { warns: { spying: state(day) } }));
  const record = (assessments: ReturnType<typeof monthly>, rows = FIVE) => {
    const only = { ...watch, scenarios: [spying!] };
    return warningRecord(only, toldBy(assessments), createResolver(only, rows, TODAY), TODAY);
  };

  test("that stood before the critical point have a lead", () => {
    const { alarms, onsets, medianLeadDays, misses } = record(
      monthly("2017-06", "2018-12", (day) => (day >= "2018-01-31" && day < "2018-09" ? "warning" : "watch")),
    );
    expect(alarms).toEqual([
      {
        scenario: "spying",
        from: "2018-01-31",
        to: "2018-08-31",
        verdict: "right",
        leadDays: 99,
        criticalSince: null,
      },
    ]);
    expect(onsets).toEqual([{ scenario: "spying", on: "2018-05-10", warnedOn: "2018-01-31", leadDays: 99 }]);
    expect([medianLeadDays, misses!.events]).toEqual([99, 0]);
    // From June 2017 to May 2018: afterwards nothing could begin.
    expect(misses!.exposure).toBeCloseTo(335 / 365.25, 5);
  });

  test("that nothing followed are false, once for every year they stand", () => {
    const { alarms, falseAlarms } = record(
      monthly("2015-06", "2017-12", () => "critical"),
      [],
    );
    expect(alarms.map(({ from, verdict }) => [from, verdict])).toEqual([
      ["2015-06-30", "false"],
      ["2016-06-30", "false"],
      ["2017-07-31", "false"],
    ]);
    expect(falseAlarms).toMatchObject({ events: 3 });
    expect(falseAlarms!.low).toBeLessThan(falseAlarms!.rate);
  });

  test("that came after the critical point are late, and it was missed", () => {
    const { alarms, onsets, misses } = record(
      monthly("2018-01", "2018-12", (day) => (day > "2018-06" ? "warning" : "quiet")),
    );
    expect(alarms).toMatchObject([{ verdict: "late", leadDays: -51 }]);
    expect(onsets).toMatchObject([{ warnedOn: null, leadDays: null }]);
    expect(misses).toMatchObject({ events: 1 });
  });

  test("renewed while a critical point lasts promise that it lasts, no start", () => {
    const rows = thefts(
      ...["2018-01-10", "2018-02-10", "2018-03-10", "2018-04-10", "2018-05-10"],
      ...["2018-12-10", "2019-01-05", "2019-02-10", "2019-03-10", "2019-04-10"],
    );
    const standing = (to: string) =>
      monthly("2017-06", to, (day) => (day >= "2018-01-31" ? "warning" : "quiet"));
    const renewed = { from: "2019-02-28", leadDays: null, criticalSince: "2018-05-10" };
    const lasted = record(standing("2019-11"), rows);
    expect(lasted.alarms).toMatchObject([
      { verdict: "right", leadDays: 99 },
      { ...renewed, verdict: "lasted" },
    ]);
    expect(lasted.falseAlarms!.events).toBe(0);
    expect(record(standing("2020-02"), rows).alarms[1]).toMatchObject({ ...renewed, verdict: "ended" });
  });

  test("told from the first day on while a critical point lasts are not late: nobody could have been told before", () => {
    const { alarms, falseAlarms } = record(monthly("2018-06", "2018-12", () => "critical"));
    expect(alarms).toMatchObject([{ verdict: "lasted", leadDays: null, criticalSince: "2018-05-10" }]);
    expect(falseAlarms).toBeNull();
  });

  test("promise the next critical point only once the last is over", () => {
    const again = thefts(...FIVE.map(({ validFrom }) => validFrom), "2019-01-20");
    const { alarms, onsets, medianLeadDays } = record(
      monthly("2017-06", "2019-06", (day) => (day >= "2018-01-31" ? "warning" : "quiet")),
      again,
    );
    expect(alarms.map(({ from, verdict }) => [from, verdict])).toEqual([
      ["2018-01-31", "right"],
      ["2019-02-28", "false"],
    ]);
    // Critical until 9 January 2019: the warning of 2018 stood, but had nothing left to promise before.
    expect(onsets).toMatchObject([
      { on: "2018-05-10", warnedOn: "2018-01-31", leadDays: 99 },
      { on: "2019-01-20", warnedOn: "2019-01-10", leadDays: 10 },
    ]);
    expect(medianLeadDays).toBe(54.5);
  });

  test("of replays are told at the end of every month, though only some days were assessed", () => {
    const steps = [
      { on: "2018-02-28", from: "quiet", to: "warning", because: "" },
      { on: "2018-04-30", from: "warning", to: "resolved", because: "" },
    ] as const;
    const [first, last] = [told("2018-01-31", {}), told("2018-06-15", { warns: { spying: "resolved" } })];
    const replayed = [first, { ...last, warnings: last.warnings.map((one) => ({ ...one, steps })) }];
    expect(toldMonthly(replayed).map(({ on, warned }) => [on, [...warned]])).toEqual([
      ["2018-01-31", []],
      ["2018-02-28", ["spying"]],
      ["2018-03-31", ["spying"]],
      ["2018-04-30", []],
      ["2018-05-31", []],
    ]);
    expect(toldBy(replayed).every(({ warned }) => warned.size === 0)).toBe(true);
  });

  test("are void where the record ended, open where it is too early to tell", () => {
    const verdicts = (from: string, to: string) =>
      record(
        monthly(from, to, () => "warning"),
        [],
      ).alarms.map(({ verdict }) => verdict);
    expect(verdicts("2022-01", "2022-03")).toEqual(["void"]);
    expect(verdicts("2023-06", "2023-08")).toEqual(["open"]);
    expect(record([]).falseAlarms).toBeNull();
  });
});

describe("claims of somebody else", () => {
  const words = { likely: { p: 0.75, low: 0.55, high: 0.8 }, may: { p: 0.4, low: 0.2, high: 0.5 } };
  const claim = (
    id: string,
    word: keyof typeof words,
    status: "yes" | "no" | "partly" | "open" | "void",
    decidedOn?: string,
  ) => ({
    ...{ id, statement: id, word, status, because: "so", evidence: ["T-0"], sources: [] },
    ...(decidedOn !== undefined && { decidedOn }),
  });
  const CLAIMS: Claims = {
    ...{ forecaster: "a report", madeOn: "2021-01-01", words },
    claims: [
      claim("yes", "likely", "yes", "2022-01-01"),
      claim("no", "may", "no", "2022-01-01"),
      claim("partly", "likely", "partly", "2023-01-01"),
      claim("early", "likely", "yes", "2020-12-31"),
      claim("open", "may", "open"),
      claim("void", "may", "void", "2022-01-01"),
    ],
  };

  test("are scored once decided; partly is a half, void and open are told, and what it knew is not foreseen", () => {
    const { counts, scores, claims } = claimRecord(CLAIMS, TODAY, TODAY);
    expect(counts).toEqual({ scored: 3, open: 1, void: 1, early: 1 });
    expect(scores!.brier).toBeCloseTo((0.0625 + 0.16 + 0.0625) / 3, 12);
    expect(claims.map(({ standing }) => standing)).toEqual(["yes", "no", "partly", "early", "open", "void"]);
  });

  test("are open before what decided them, and give no reason yet", () => {
    const { counts, claims } = claimRecord(CLAIMS, "2022-06-01", TODAY);
    expect(counts.scored).toBe(2);
    expect(claims[2]).toMatchObject({ standing: "open", because: "", evidence: [], decidedOn: null });
    expect(claims[4]).toMatchObject({ standing: "open", because: "" });
  });

  test("no reading of the words within their bounds leaves the range that is told", () => {
    const { brierRange } = claimRecord(CLAIMS, TODAY, TODAY);
    const within = ({ low, high }: { low: number; high: number }) =>
      fc.double({ min: low, max: high, noNaN: true });
    fc.assert(
      fc.property(within(words.likely), within(words.may), (likely, may) => {
        const brier = (brierScore(likely, 1) + brierScore(may, 0) + brierScore(likely, 0.5)) / 3;
        expect(brier).toBeGreaterThanOrEqual(brierRange!.low - 1e-12);
        expect(brier).toBeLessThanOrEqual(brierRange!.high + 1e-12);
      }),
    );
  });
});

describe("questions", () => {
  const base = {
    ...{ id: "five", statement: "Five thefts", registeredOn: "2021-06-01", deadline: "2021-12-31" },
    basis: { type: "rate", events: 1, years: 2, counted: "x" },
  };
  const byRecord = (given: object = {}) =>
    question.parse({
      ...base,
      resolution: { by: "record", where: { stream: "thefts" }, atLeast: 2 },
      ...given,
    });
  const bySource = (answer?: object) =>
    question.parse({ ...base, resolution: { by: "source", source: "a list" }, ...(answer && { answer }) });
  const standing = (one: Question, rows: readonly ReturnType<typeof observed>[], today = TODAY) => {
    const assessments = ["2021-06-01", "2021-09-01"].map((day, i) =>
      told(day, { questions: [{ id: "five", p: 0.25 + i / 4, low: 0, high: 1 }] }),
    );
    return questionRecord({ ...watch, questions: [one] }, assessments, rows, today);
  };

  test("are yes once it is known, and every forecast made while they were open is scored", () => {
    const { questions, scores, counts } = standing(
      byRecord(),
      thefts("2021-10-01", "2021-11-01"),
      "2021-11-02",
    );
    expect(questions[0]).toMatchObject({
      resolution: { status: "resolved", outcome: 1 },
      first: { asOf: "2021-06-01", p: 0.25 },
      latest: { asOf: "2021-09-01", p: 0.5 },
    });
    expect(scores).toMatchObject({ n: 2, questions: 1, brier: (0.5625 + 0.25) / 2 });
    expect(counts).toEqual({ resolved: 1, open: 0, void: 0 });
  });

  test("are no only after the lag, and only where the record looked through all of their time", () => {
    const one = thefts("2021-10-01");
    expect(standing(byRecord(), one, "2022-03-30").questions[0]!.resolution).toEqual({
      status: "open",
      due: "2022-03-31",
    });
    expect(standing(byRecord(), one).questions[0]!.resolution).toEqual({ status: "resolved", outcome: 0 });
    const longer = byRecord({ deadline: "2022-12-31" });
    expect(standing(longer, one).questions[0]!.resolution).toEqual({ status: "void" });
  });

  test("take no event from before they were registered, nor one that became known after the lag", () => {
    expect(standing(byRecord(), thefts("2021-05-01", "2021-10-01")).questions[0]!.resolution).toMatchObject({
      outcome: 0,
    });
    const late = thefts("2021-10-01", "2021-11-01").map((row) => ({ ...row, knownAt: "2022-04-01" }));
    expect(standing(byRecord(), late).questions[0]!.resolution).toMatchObject({ outcome: 0 });
  });

  test("that a person decides wait for the answer, and are void without one", () => {
    expect(standing(bySource(), [], "2022-01-01").questions[0]!.resolution).toMatchObject({ status: "open" });
    expect(standing(bySource(), []).questions[0]!.resolution).toEqual({ status: "void" });
    const answer = { is: "no", on: "2022-02-01", because: "the list says so" };
    expect(standing(bySource(answer), []).questions[0]!.resolution).toEqual({
      status: "resolved",
      outcome: 0,
    });
    expect(standing(bySource(answer), [], "2022-01-31").questions[0]!.resolution).toMatchObject({
      status: "open",
    });
    expect(standing(bySource({ ...answer, is: "void" }), []).counts).toMatchObject({ void: 1 });
  });

  test("that are not registered yet are not told", () => {
    expect(standing(byRecord(), [], "2021-05-31").questions).toEqual([]);
  });
});
