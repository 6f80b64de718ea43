/** A small invented watch, its record and two assessments of it, for the tests of this room. */
import type { Actor } from "#model/actor.ts";
import type { Assessment, IndicatorReading, ScenarioAssessment } from "#model/assessment.ts";
import type { Look } from "#model/collection-plan.ts";
import type { Observation } from "#model/observation.ts";
import { scenario as scenarioSchema } from "#model/scenario.ts";
import type { BriefMaterial } from "./material.ts";

const actor = (id: string, en: string, aliases: string[], ru?: string, zh?: string): Actor => ({
  id,
  names: { en, ...(ru ? { ru } : {}), ...(zh ? { zh } : {}) },
  aliases: { en: aliases, ru: [], zh: [] },
  country: id,
  kind: "state",
  bloc: "EAST",
  parent: "",
  aliasConfidence: "high",
});

export const actors: readonly Actor[] = [
  actor("NOR", "Norland", ["Norholm", "NL"], "Нордландия", "北地"),
  actor("SUD", "Sudland", ["Sudville"], "Судландия", "南地"),
];

const observation = (
  id: string,
  claim: string,
  known: string,
  more: Partial<Observation> = {},
): Observation => ({
  id,
  stream: "espionage",
  kind: "arrest",
  claim,
  validFrom: known,
  validTo: known,
  precision: "day",
  knownAt: known,
  actors: [{ id: "NOR", role: "actor" }],
  measures: {},
  attributes: {},
  grade: { reliability: "B", credibility: 2 },
  confidence: "high",
  verified: "text seen",
  source: { name: "Harbour Post", url: `https://example.org/${id}`, urlKind: "exact" },
  marking: "TLP:CLEAR",
  links: [],
  evidence: { capture: "0".repeat(64), locator: { type: "row", line: 2 }, method: "record", version: "1" },
  ...more,
});

const record = [
  observation("E-1", "Sudland holds two engineers accused of spying for Norland", "2026-03-04", {
    place: { name: "Sudville" },
    attribution: "suspected",
  }),
  observation("E-2", "Watcher-2 parks next to a Sudland relay satellite", "2026-09-19", {
    kind: "rpo",
    attribution: "alleged",
    grade: { reliability: "C", credibility: 4 },
    verified: "recall",
    source: { name: "Orbit notes", url: "https://example.org/", urlKind: "from_memory" },
  }),
  observation("E-3", "Norland widens its spying law, [draft] № 7 «О связи» 通信法", "2026-10-02", {
    validFrom: "2025-07-01",
    validTo: "2025-07-31",
    precision: "month",
    kind: "law",
  }),
  observation("C-1", "Talks on relay satellites end without a text", "2026-10-20", {
    stream: "law",
    actors: [],
    marking: "TLP:GREEN",
  }),
  observation("F-1", "Norland launches Watcher-3", "2027-01-09", { kind: "launch" }),
];

export const observations: ReadonlyMap<string, Observation> = new Map(record.map((o) => [o.id, o]));

const spying: ScenarioAssessment = {
  id: "spying",
  name: "Spying on relays",
  p: 0.62,
  low: 0.48,
  high: 0.74,
  words: "roughly even chance to likely",
  clarity: "moderate",
  observedShare: 0.61,
  counted: { stories: 9, building: 4, critical: 8, withinMonths: 12, unseenMonths: 0, power: 1 },
  states: { dormant: 0.1, building: 0.28, critical: 0.62 },
  crossing: {
    p30: 0.65,
    p90: 0.7,
    p365: 0.84,
    p90Low: 0.55,
    p90High: 0.82,
    low: "2026-11-23",
    median: "2026-11-23",
    high: "2028-02-01",
    never: 0.03,
    horizonMonths: 60,
  },
  easing: { since: "2026-04", p90: 0.08, p365: 0.31, median: "2028-09-14" },
  gates: [],
  drivers: [
    {
      indicator: "I-1",
      statement: "Arrests for spying on Sudland relays",
      logOdds: 1.2,
      observations: [{ id: "E-1", logOdds: 0.7 }],
    },
    {
      indicator: "I-2",
      statement: "Close approaches to relay satellites",
      logOdds: 0.6,
      observations: [{ id: "E-2", logOdds: 0.5 }],
    },
    { indicator: "I-4", statement: "Insiders caught at a relay maker", logOdds: -0.3, observations: [] },
  ],
  path: [
    { month: "2026-08", p: 0.41, low: 0.3, high: 0.52, p90: 0.5 },
    { month: "2026-09", p: 0.5, low: 0.38, high: 0.63, p90: 0.58 },
    { month: "2026-10", p: 0.56, low: 0.42, high: 0.69, p90: 0.64 },
  ],
};

const rules: ScenarioAssessment = {
  id: "rules",
  name: "Rules for relays",
  p: 0.006,
  low: 0.001,
  high: 0.03,
  words: "almost no chance",
  clarity: "low",
  observedShare: 0.2,
  counted: { stories: 1, building: 4, critical: 8, withinMonths: 12, unseenMonths: 0, power: 1 },
  states: { dormant: 0.9, building: 0.094, critical: 0.006 },
  crossing: {
    p30: 0.007,
    p90: 0.01,
    p365: 0.05,
    p90Low: 0.002,
    p90High: 0.04,
    low: "2028-05-01",
    median: null,
    high: null,
    never: 0.71,
    horizonMonths: 60,
  },
  easing: null,
  gates: [{ on: "spying", epsilon: 0.02, closed: 0.38, pIfOpen: 0.02 }],
  drivers: [
    {
      indicator: "I-3",
      statement: "Agreed texts on relay traffic",
      logOdds: -0.8,
      observations: [{ id: "C-1", logOdds: -0.4 }],
    },
  ],
};

const reading = (id: string, statement: string, more: Partial<IndicatorReading>): IndicatorReading => ({
  id,
  statement,
  scenarios: ["spying"],
  group: id,
  bearings: [],
  level: 0,
  levelName: "quiet",
  value: 0,
  baseline: 0.5,
  exposure: 1,
  observations: [],
  ...more,
});

export const assessment: Assessment = {
  asOf: "2026-11-23",
  watch: { id: "relays", name: "Relay watch", hash: "f".repeat(64) },
  illustrative: false,
  inputs: { observations: 1204, awaitingSource: 301, hash: "e".repeat(64) },
  method: { version: "1", draws: 256, effectiveDraws: 80, temper: 0.6, fittedOn: null, logEvidence: -120 },
  scenarios: [spying, rules],
  indicators: [
    reading("I-1", "Arrests for spying on Sudland relays", {
      level: 3,
      levelName: "high",
      value: 4.2,
      baseline: 1,
      observations: ["E-1", "E-3"],
    }),
    reading("I-2", "Close approaches to relay satellites", {
      level: 1,
      levelName: "low",
      value: 1,
      observations: ["E-2"],
    }),
    reading("I-3", "Agreed texts on relay traffic", { scenarios: ["rules"], observations: ["C-1"] }),
    reading("I-4", "Insiders caught at a relay maker", {}),
    reading("I-5", "Relay crews trained in secret", {
      level: "unknown",
      levelName: "unknown",
      value: null,
      exposure: 0.2,
    }),
  ],
  warnings: [
    {
      id: "spying:2026-06-30",
      scenario: "spying",
      state: "warning",
      openedOn: "2026-06-30",
      changedOn: "2026-10-31",
      steps: [],
      signal: 0.7,
      withinYear: 0.8,
      expected: { from: "2026-11-23", median: "2026-11-23", to: "2028-02-01" },
      movedBy: [
        { id: "E-1", logOdds: 0.7 },
        { id: "E-2", logOdds: 0.5 },
      ],
      wouldLower: ["I-1"],
      wouldDecide: "I-5",
    },
  ],
  questions: [],
};

/** The assessment behind the brief before: a month earlier, when less was known. */
export const previous: Assessment = {
  ...assessment,
  asOf: "2026-09-30",
  scenarios: [{ ...spying, p: 0.5, low: 0.38, high: 0.63 }, rules],
  indicators: assessment.indicators.map((r) =>
    r.id === "I-1" ? { ...r, level: 2, observations: ["E-1"] } : r,
  ),
  warnings: assessment.warnings.map((w) => ({ ...w, state: "watch" })),
};

const scenario = (id: string, name: string) =>
  scenarioSchema.parse({
    id,
    name,
    statement: name,
    criticalPoint: "Two states say so in public.",
    prior: { dormant: 0.6, building: 0.3, critical: 0.1 },
    dwellMonths: { dormant: 24, building: 12, critical: 18 },
    upShare: 0.4,
    horizonMonths: 60,
    resolution: { withinMonths: 12, where: {}, building: 1, critical: 3 },
  });

const look = (statement: string, unseen: number, worth: number): Look => ({
  indicator: statement,
  statement,
  level: "unknown",
  streams: [],
  unseen,
  moves: [{ scenario: "spying", p90: 0.4, ifAbsent: 0.36, ifPresent: 0.47, expectedMove: worth / unseen }],
  worth,
});

export const material: BriefMaterial = {
  assessment,
  previous,
  watch: {
    id: "relays",
    name: "Relay watch",
    actors,
    marking: "TLP:CLEAR",
    scenarios: [scenario("spying", "Spying on relays"), scenario("rules", "Rules for relays")],
    record: [
      { file: "record/espionage.csv", stream: "espionage", covers: { from: "2010-01-01", to: "2026-05-31" } },
      { file: "record/law.csv", stream: "law", covers: { from: "2012-01-01", to: "2026-12-31" } },
    ],
    reportingGrowth: {
      from: "2010-01-01",
      to: "2026-01-01",
      factor: 3,
      low: 2,
      high: 6,
      because: "feeds grew",
    },
  },
  observations,
  looks: [
    look("Close approaches to relay satellites", 0.9, 0.031),
    look("Agreed texts on relay traffic", 0.5, 0.012),
    look("Insiders caught at a relay maker", 1, 0.001),
  ],
};
