import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assessment } from "#model/assessment.ts";
import type { ExplainedScenario } from "../../cycle/answers/explain-scenario.ts";
import type { CollectionPlanOnDay } from "../../cycle/answers/collection-plan-on-day.ts";
import type { ScenarioRequirements } from "../../cycle/answers/scenario-requirements.ts";
import { commandLine, EXAMPLE, temporaryFolder } from "../testing/recorded-shell.ts";

const home = temporaryFolder();
const tocsin = commandLine(home);
const json = async (...argv: string[]): Promise<unknown> => {
  const { out, err, exitCode } = await tocsin(...argv, "--watch", EXAMPLE, "--json");
  expect(exitCode, err).toBe(0);
  return JSON.parse(out);
};
const asLines = (out: string) => out.split("\n").map((line) => JSON.parse(line) as Assessment);
const logit = (p: number) => Math.log(p / (1 - p));

test("run tells scenarios with interval, words and crossing, indicators and warnings", async () => {
  const { asOf, scenarios, indicators, warnings } = (await json("run", "--no-serve")) as Assessment;
  expect(asOf).toBe("2026-11-23");
  expect(scenarios.map(({ id }) => id)).toEqual(["mapping", "cutting"]);
  for (const { p, low, high, words, clarity, crossing, drivers } of scenarios) {
    expect(low).toBeLessThan(p);
    expect(p).toBeLessThan(high);
    expect([words.length > 0, clarity, drivers.length > 0]).toEqual([true, "low", true]);
    expect(crossing.p30).toBeLessThanOrEqual(crossing.p90);
    expect(crossing.p90).toBeLessThanOrEqual(crossing.p365);
  }
  expect(indicators).toHaveLength(5);
  expect(warnings.map(({ id }) => id)).toContain("mapping-2022-09");
});

test("a person reads the same in a table", async () => {
  const { out } = await tocsin("run", "--no-serve", "--watch", EXAMPLE);
  expect(out).toMatch(/Systematic mapping +\d+ %  \d+–\d+ .*(low|moderate|high)/);
  expect(out).toMatch(/mapping-2022-09 +resolved +2022-09-30/);
  expect(out).not.toMatch(/http:/);
});

test("assess on an unused store reads the record first, and says so", async () => {
  const fresh = commandLine(temporaryFolder());
  const { out, err } = await fresh("assess", "--watch", EXAMPLE, "--json");
  expect(err).toMatch(
    /read the record of examples\/watches\/arctic-cables: \d+ added, 0 corrected, 0 withdrawn/,
  );
  expect(JSON.parse(out)).toEqual(await json("run", "--no-serve"));
});

describe("replay", () => {
  test("tells what assess says of each of its days, warnings as known then", async () => {
    const span = ["--from", "2022-08-31", "--to", "2023-02-28", "--watch", EXAMPLE, "--json", "--path"];
    const replayed = asLines((await tocsin("replay", ...span)).out);
    expect(replayed.map(({ asOf }) => asOf)).toEqual([
      "2022-08-31",
      "2022-09-30",
      "2022-10-31",
      "2022-11-30",
      "2022-12-31",
      "2023-01-31",
      "2023-02-28",
    ]);
    for (const assessment of replayed) {
      expect(await json("assess", "--as-of", assessment.asOf)).toEqual(assessment);
    }
    expect(replayed.map(({ warnings }) => warnings.length)).not.toEqual(replayed.map(() => 1));
  });

  test("steps by week and by day", async () => {
    const days = async (step: string) => {
      const span = ["--from", "2024-02-26", "--to", "2024-03-11", "--step", step];
      return asLines((await tocsin("replay", ...span, "--watch", EXAMPLE, "--json")).out).map(
        ({ asOf }) => asOf,
      );
    };
    expect(await days("week")).toEqual(["2024-02-26", "2024-03-04", "2024-03-11"]);
    expect(await days("day")).toHaveLength(15);
  });
});

test("requirements rank what to look at next and what is supposed, and answer in words too", async () => {
  const told = (await json("requirements", "mapping")) as ScenarioRequirements;
  expect(told.reports.length).toBeGreaterThan(0);
  const shifts = told.reports.map(({ expectedShift }) => expectedShift);
  expect(shifts).toEqual(shifts.toSorted((a, b) => b - a));
  for (const { chancePresent, ifPresent, ifAbsent } of told.reports) {
    expect(chancePresent * ifPresent + (1 - chancePresent) * ifAbsent).toBeCloseTo(told.p90, 8);
  }
  expect(told.assumptions.map(({ about }) => about)).toContain("reporting");
  const { out } = await tocsin("requirements", "mapping", "--watch", EXAMPLE);
  expect(out).toContain("What to look at next");
});

test("requirements without a scenario rank what to look at next over all of them", async () => {
  const { looks, streams } = (await json("requirements")) as CollectionPlanOnDay;
  expect(new Set(looks.flatMap(({ moves }) => moves.map(({ scenario }) => scenario)))).toEqual(
    new Set(["mapping", "cutting"]),
  );
  expect(streams.length).toBeGreaterThan(0);
  const { out } = await tocsin("requirements", "--watch", EXAMPLE);
  expect(out).toMatch(/stream +looked at to +unknown +points/);
  const { err, exitCode } = await tocsin("requirements", "mapping", "cutting", "--watch", EXAMPLE);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('does not take "cutting"')]);
});

test("law tells what binds and what was made and unmade, and where a watch has no law", async () => {
  const { out, exitCode } = await tocsin("law", "--as-of", "2023-12-31");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^Of \d+ binding instruments/);
  expect(out).toMatch(/New START +arms control +binding +suspended/);
  const { out: none } = await tocsin("law", "--watch", EXAMPLE);
  expect(none).toBe("This watch does not say what its law is.");
  expect(await json("law")).toBeNull();
});

test("explain opens a probability down to observations whose shares add up to it", async () => {
  const explained = (await json("explain", "mapping")) as ExplainedScenario;
  const { p, prior, contributions } = explained;
  const shares = contributions.reduce((sum, { shapley }) => sum + shapley, 0);
  expect(shares).toBeCloseTo(logit(p) - logit(prior), 9);
  const told = contributions.flatMap(({ observations }) => observations);
  expect(told.map(({ observation }) => observation.evidence.locator.type)).toContain("row");
  const { out } = await tocsin("explain", "mapping", "--watch", EXAMPLE);
  expect(out).toMatch(/A\w-\d+/);
});

test("a warning is acknowledged by a role with a note, and stays as it is", async () => {
  const before = (await json("warn")) as { warnings: { id: string; state: string }[] };
  const { exitCode } = await tocsin(
    ...["warn", "acknowledge", "mapping-2022-09", "--by", "duty officer", "--note", "patrol asked for"],
    ...["--watch", EXAMPLE],
  );
  expect(exitCode).toBe(0);
  const after = (await json("warn")) as { warnings: { id: string; acknowledgements: object[] }[] };
  const acknowledged = after.warnings.find(({ id }) => id === "mapping-2022-09")!;
  expect(acknowledged.acknowledgements).toEqual([
    {
      warning: "mapping-2022-09",
      by: "duty officer",
      at: "2026-11-23T12:00:00.000Z",
      note: "patrol asked for",
    },
  ]);
  expect({ ...acknowledged, acknowledgements: [] }).toEqual(
    before.warnings.find(({ id }) => id === "mapping-2022-09"),
  );
  const stranger = await tocsin("warn", "acknowledge", "nothing", "--by", "me", "--watch", EXAMPLE);
  expect(stranger).toMatchObject({ exitCode: 2, out: "" });
});

describe("brief", () => {
  test("is written to a file or to standard output", async () => {
    const file = path.join(home, "brief.html");
    expect((await tocsin("brief", "--format", "html", "--out", file, "--watch", EXAMPLE)).exitCode).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
    expect((await tocsin("brief", "--watch", EXAMPLE)).out).toMatch(
      /^# Cables and pipelines of the High North/,
    );
  });

  test("as JSON carries the references its sentences cite", async () => {
    const { sections, references } = (await json("brief")) as {
      sections: { sentences: { cites: string[] }[] }[];
      references: { id: string }[];
    };
    const cited = new Set(sections.flatMap(({ sentences }) => sentences.flatMap(({ cites }) => cites)));
    expect(new Set(references.map(({ id }) => id))).toEqual(cited);
  });
});
