import { expect, test } from "vitest";
import type { Assessment } from "#model/assessment.ts";
import { checkBrief } from "./check/check-brief.ts";
import { composeBrief } from "./compose-brief.ts";
import { actors, assessment, material, observations } from "./fixture.ts";
import { LIMITS } from "./sections/unknowns.ts";

const brief = composeBrief(material);
const sentencesOf = (title: string, from = brief) =>
  from.sections.find((section) => section.title === title)!.sentences.map(({ text }) => text);
const allText = (from = brief) =>
  from.sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join("\n");

test("a brief has its sections in order and nothing its own check would refuse", () => {
  expect(brief.sections.map(({ title }) => title)).toEqual([
    "Bottom line",
    "What changed since the last brief",
    "Scenarios",
    "Warnings",
    "Indicators",
    LIMITS,
  ]);
  expect(checkBrief(brief, observations, actors)).toEqual([]);
});

test("the bottom line says words, number and interval, and clarity in a sentence of its own", () => {
  expect(sentencesOf("Bottom line")).toEqual([
    "On “Spying on relays”, the probability that the critical point has been reached is 62 % (48–74), from roughly even chance to likely; it has been judged critical since April 2026; the rule that decides it has counted 9 within 12 months and needs 8.",
    "Next comes “Rules for relays”; there is almost no chance (1 %, <1–4) that it is critical now or becomes so within 90 days.",
    "One warning is open, for “Spying on relays” (warning).",
    "The largest change is that of “Spying on relays” (+12 points since 30 September 2026).",
    "The clarity of the picture is moderate for “Spying on relays”; low for “Rules for relays”.",
  ]);
});

test("what changed names the change, the level, the warning and the new evidence", () => {
  const changed = sentencesOf("What changed since the last brief");
  expect(changed[0]).toContain("rose from 50 % to 62 % (+12 points since 30 September 2026)");
  expect(changed).toContain("The warning for “Spying on relays” went from watch to warning.");
  expect(changed).toContain(
    "The indicator “Arrests for spying on Sudland relays” went from level 2 to level 3 of 4.",
  );
  expect(changed.at(-1)).toBe("“Talks on relay satellites end without a text” (20 October 2026).");
});

test("warnings that were opened or resolved since are said so", () => {
  const [warning] = assessment.warnings;
  const opened = composeBrief({ ...material, previous: { ...material.previous!, warnings: [] } });
  const resolved = composeBrief({
    ...material,
    assessment: { ...assessment, warnings: [{ ...warning!, state: "resolved" }] },
  });
  expect(allText(opened)).toContain(
    "A warning for “Spying on relays” was opened and stands at the level of warning.",
  );
  expect(allText(resolved)).toContain("The warning for “Spying on relays” was resolved.");
  expect(allText(resolved)).toContain("No warning is open");
});

test("a first brief says that there is none to compare with", () => {
  const first = composeBrief({ ...material, previous: null });
  expect(first.since).toBeNull();
  expect(sentencesOf("What changed since the last brief", first)).toEqual([
    "There is no earlier brief to compare with; the observations cited here are those that moved the picture most.",
  ]);
  expect(checkBrief(first, observations, actors)).toEqual([]);
});

test("a brief told against the same assessment says that nothing moved", () => {
  const same = composeBrief({ ...material, previous: { ...assessment, asOf: "2026-11-01" } });
  expect(sentencesOf("What changed since the last brief", same)).toEqual([
    "No probability moved by a point or more since 1 November 2026; all of them still rest on what is cited here.",
  ]);
});

test("an allegation keeps its doubt, and a late disclosure its day", () => {
  expect(allText()).toContain("(19 September 2026; attribution: alleged; credibility 4 of 6)");
  const late = composeBrief({
    ...material,
    assessment: {
      ...assessment,
      warnings: assessment.warnings.map((w) => ({ ...w, movedBy: [{ id: "E-3", logOdds: 1 }] })),
    },
  });
  expect(allText(late)).toContain("(July 2025; public since 2 October 2026)");
});

test("references stand in the order of first citation and hide links that are no evidence", () => {
  expect(brief.references.map(({ id, url, grade }) => [id, url, grade])).toEqual([
    ["E-1", "https://example.org/E-1", "B2"],
    ["E-2", null, "C4"],
    ["C-1", "https://example.org/C-1", "B2"],
    ["E-3", "https://example.org/E-3", "B2"],
  ]);
});

test("the brief is marked as strictly as the strictest observation it cites", () => {
  expect(brief.marking).toBe("TLP:GREEN");
});

test("what no observation supports is told under what we do not know", () => {
  const bare: Assessment = {
    ...assessment,
    inputs: { observations: 0, awaitingSource: 0, hash: "" },
    scenarios: assessment.scenarios.map((s) => ({ ...s, drivers: [], gates: [] })),
    indicators: assessment.indicators.map((r) => ({ ...r, level: "unknown", value: null, observations: [] })),
    warnings: [],
  };
  const unsupported = composeBrief({
    ...material,
    assessment: bare,
    previous: null,
    observations: new Map(),
  });
  expect(unsupported.references).toEqual([]);
  expect(unsupported.sections.map(({ title }) => title)).toEqual(["Scenarios", "Indicators", LIMITS]);
  expect(sentencesOf(LIMITS, unsupported)).toContain(
    "No observation stands behind the statements that follow; they rest on the assumptions of the watch.",
  );
  expect(sentencesOf(LIMITS, unsupported).join("\n")).toContain("the critical point has been reached");
  expect(checkBrief(unsupported, new Map(), actors)).toEqual([]);
});

test("the limits are stated: horizons, unsourced share, reporting, widened intervals, and a replay as such", () => {
  const limits = sentencesOf(LIMITS).join("\n");
  expect(limits).toContain("The record covers espionage to 31 May 2026.");
  expect(limits).toContain("Of 1,204 observations used, 301 (25 %) await a source");
  expect(limits).toContain("would tell most: 90 % of its window is unseen");
  expect(limits).toContain("After it comes “Agreed texts on relay traffic” (1.2 points).");
  expect(limits).not.toContain("Insiders");
  expect(limits).toContain("by a factor of 3 (2 to 6)");
  expect(limits).toContain("parameter uncertainty only");
  expect(limits).toContain("were widened");
  expect(limits).not.toContain("replay");
  const replay = composeBrief({ ...material, assessment: { ...assessment, illustrative: true } });
  expect(sentencesOf(LIMITS, replay)[0]).toContain("illustrative replay");
});

test("figures carry the path, the crossings, the levels and unknown as null", () => {
  const figures = brief.sections.flatMap((section) => section.figures);
  expect(figures.map(({ type }) => type)).toEqual(["timeline", "fan", "timeline", "heat", "timeline"]);
  const fan = figures.find((figure) => figure.type === "fan")!;
  expect(fan.points.map(({ on, forecast }) => [on, forecast])).toEqual([
    ["2026-08-31", false],
    ["2026-09-30", false],
    ["2026-10-31", false],
    ["2026-11-23", false],
    ["2027-02-21", true],
  ]);
  const heat = figures.find((figure) => figure.type === "heat")!;
  expect(heat.rows.map(({ levels }) => levels.at(-1))).toEqual([3, 1, 0, null, 0]);
});

test("an assessment that names an observation nobody gave is refused by name", () => {
  expect(() => composeBrief({ ...material, observations: new Map() })).toThrow("E-1");
});

test("the same material gives the same brief", () => {
  expect(JSON.stringify(composeBrief(structuredClone(material)))).toBe(JSON.stringify(brief));
});
