import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScenarioAssessment, WarningSignal } from "#model/assessment.ts";
import { addMonths, lastDayOf } from "#model/day.ts";
import { WARNING_STATES } from "#model/warning.ts";
import { BANDS, bandOf, HEIGHT, hear, NEXT, START, type MachineState } from "./warning-machine.ts";
import { warn } from "./warn.ts";

const SCENARIO = {
  id: "s",
  name: "S",
  crossing: { low: "2030-01-01", median: "2031-01-01", high: null },
  drivers: [],
  counted: {},
} as unknown as ScenarioAssessment;

const logit = (p: number) => Math.log(p / (1 - p));
const signalsOf = (values: readonly number[]): WarningSignal[] =>
  values.map((signal, t) => ({
    scenario: "s",
    on: lastDayOf(addMonths("2020-01", t)),
    signal,
    withinYear: signal,
    logOdds: logit(signal),
    decisive: null,
  }));
const stepsOf = (values: readonly number[]) =>
  warn(signalsOf(values), [SCENARIO], []).map(({ id, steps }) => [id, steps.map(({ to }) => to)]);
const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const run = (values: readonly number[]) =>
  values.reduce<MachineState[]>(
    (path, value) => [
      ...path,
      hear(path.at(-1) ?? START, {
        signal: value,
        withinYear: value,
        logOdds: logit(value),
        decisive: null,
      }),
    ],
    [],
  );

describe("the table", () => {
  test("I1: every state and band has exactly one next state", () => {
    expect(Object.keys(NEXT).sort()).toEqual([...WARNING_STATES].sort());
    for (const state of WARNING_STATES) expect(Object.keys(NEXT[state]).sort()).toEqual([...BANDS].sort());
  });

  test("I2: a higher band never leads lower", () => {
    for (const state of WARNING_STATES) {
      const heights = BANDS.map((band) => HEIGHT[NEXT[state][band]]);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }
  });
});

test("I5: a signal that wobbles inside the hysteresis takes no step", () => {
  expect(bandOf(0.46, "high")).toBe("high");
  expect(bandOf(0.44, "high")).toBe("raised");
  expect(bandOf(0.46, "raised")).toBe("raised");
});

test("I6: a step down is never taken before the dwell has passed", () => {
  fc.assert(
    fc.property(fc.array(probability, { minLength: 2, maxLength: 60 }), (values) => {
      const path = [START, ...run(values)];
      path.slice(1).forEach((after, t) => {
        if (HEIGHT[after.state] < HEIGHT[path[t]!.state]) expect(path[t]!.held).toBeGreaterThanOrEqual(2);
      });
    }),
  );
});

test("a step up never waits", () => {
  expect(run([0.1, 0.85]).at(-1)!.state).toBe("critical");
});

test("I3: one situation keeps one id until it is resolved, and the next rise opens another", () => {
  expect(stepsOf([0.1, 0.3, 0.6, 0.6, 0.1, 0.1, 0.1, 0.1, 0.3])).toEqual([
    ["s-2020-02", ["watch", "warning", "resolved"]],
    ["s-2020-09", ["watch"]],
  ]);
});

test("I4: a longer history never changes the steps already taken", () => {
  fc.assert(
    fc.property(fc.array(probability, { minLength: 3, maxLength: 40 }), fc.nat(), (values, cut) => {
      const short = warn(signalsOf(values.slice(0, cut % values.length)), [SCENARIO], []).flatMap(
        ({ steps }) => steps,
      );
      const long = warn(signalsOf(values), [SCENARIO], []).flatMap(({ steps }) => steps);
      expect(long.slice(0, short.length)).toEqual(short);
    }),
  );
});

test("slow steady drift raises the watch before the first bound", () => {
  const drifting = [0.004, 0.007, 0.013, 0.025, 0.05, 0.09];
  expect(stepsOf(drifting)[0]?.[1]).toEqual(["watch"]);
  expect(stepsOf([0.05, 0.05, 0.05, 0.05])).toEqual([]);
});

test("a decisive event lifts a calm signal to a warning and says so", () => {
  const [signal] = signalsOf([0.1]);
  const [warning] = warn([{ ...signal!, decisive: "S2-01" }], [SCENARIO], []);
  expect(warning).toMatchObject({
    state: "warning",
    steps: [{ because: "S2-01 reached level 4; P(critical within 90 days) 10 %, within a year 10 %" }],
  });
});

test("a year likelier than not to bring the critical point is a warning, however calm the next 90 days", () => {
  const signals = signalsOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).map((signal, t) => ({
    ...signal,
    withinYear: [0.4, 0.51, 0.46, 0.44, 0.44, 0.44][t]!,
  }));
  const [warning] = warn(signals, [SCENARIO], []);
  expect(warning!.steps.map(({ on, to }) => [on.slice(0, 7), to])).toEqual([
    ["2020-02", "warning"],
    ["2020-04", "resolved"],
  ]);
  expect(warning!.steps[0]!.because).toBe("P(critical within 90 days) 10 %, within a year 51 %");
});

test("the missing observation that would decide is the unknown indicator with the strongest bearing", () => {
  const unknown = (id: string, present: number) => ({
    id,
    level: "unknown",
    bearings: [{ scenario: "s", present, absent: 1 }],
  });
  const indicators = [unknown("weak", 1.2), unknown("against", 0.1), unknown("strong", 4)] as never;
  expect(warn(signalsOf([0.3]), [SCENARIO], indicators)[0]!.wouldDecide).toBe("against");
});
