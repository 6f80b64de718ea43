import type { OutlookBasis, ScenarioModel } from "#science/belief/index.ts";
import {
  outlook,
  readingOf,
  ruleOutlook,
  ruleTable,
  SOON_MONTHS,
  spokenBy,
  tableOf,
} from "#science/belief/index.ts";
import { betaQuantile } from "#science/numbers/index.ts";
import type { Assessed } from "./assess.ts";
import { basisOf } from "./outlook-basis.ts";
import { type Requirement, reportValues } from "./report-values.ts";
import { parameterSpread } from "./scenario-numbers.ts";

/** One elicited number at the ends of its own 90 % interval, and the forecast there. */
export interface Assumption {
  readonly about: "gate" | "pace" | "reporting";
  readonly statement: string;
  readonly low: { readonly value: number; readonly p: number };
  readonly high: { readonly value: number; readonly p: number };
}

export interface Requirements {
  readonly scenario: string;
  /** P(critical now or within 90 days): what the rest would move. */
  readonly p90: number;
  /** Collection requirements: the indicators of the scenario, the one that would tell most first. */
  readonly reports: readonly Requirement[];
  /** A tornado: the widest swing first. */
  readonly assumptions: readonly Assumption[];
}

/** What would move one scenario's forecast: what is not yet seen, and what is merely supposed. RangeError if unknown. */
export function requirements(assessed: Assessed, scenario: string): Requirements {
  const { situation, inference } = assessed;
  const { scenarios } = situation.watch;
  const k = scenarios.findIndex(({ id }) => id === scenario);
  if (k < 0)
    throw new RangeError(`no scenario ${scenario}; there are ${scenarios.map(({ id }) => id).join(", ")}`);
  return {
    scenario,
    p90: outlook(basisOf(situation, inference)).scenarios[k]!.within(SOON_MONTHS),
    reports: reportValues(assessed, k).toSorted((a, b) => b.expectedShift - a.expectedShift),
    assumptions: assumptions(assessed, k),
  };
}

/** Moves within a scenario whose pace is elicited: row × 3 + column of the month's matrix. */
const PACES = [
  { at: 1, words: "dormant to building" },
  { at: 5, words: "building to critical" },
  { at: 7, words: "critical back to building" },
];

function assumptions(assessed: Assessed, k: number): readonly Assumption[] {
  const { situation, inference } = assessed;
  const { scenarios } = situation.watch;
  const { model } = inference;
  const basis = basisOf(situation, inference);
  const spread = parameterSpread(situation.watch);
  const forecast = (changed: Partial<typeof basis>) =>
    outlook({ ...basis, ...changed }).scenarios[k]!.within(SOON_MONTHS);
  const told = (
    about: Assumption["about"],
    statement: string,
    [low, high]: readonly [number, number],
    at: (value: number) => number,
  ): Assumption => ({
    about,
    statement,
    low: { value: low, p: at(low) },
    high: { value: high, p: at(high) },
  });
  const gates = model.scenarios.flatMap(({ gates: own }, s) =>
    own.map((gate, g) =>
      told(
        "gate",
        `${scenarios[s]!.name}: share of upward moves that pass the gate while ${scenarios[gate.on]!.name} is below it`,
        betaInterval(gate.epsilon, spread.epsilonStrength[s]![g]!),
        (epsilon) =>
          outlook(basis, { epsilon: [{ scenario: s, gate: g, epsilon }] }).scenarios[k]!.within(SOON_MONTHS),
      ),
    ),
  );
  const paces = model.scenarios.flatMap(({ rows }, s) =>
    PACES.filter(({ at }) => rows[at]! > 0).map(({ at, words }) =>
      told(
        "pace",
        `${scenarios[s]!.name}: chance in a month of moving from ${words}`,
        betaInterval(rows[at]!, spread.rowStrength[s]!),
        (value) => forecast({ model: withMove(model, s, at, value) }),
      ),
    ),
  );
  const { growth } = spread;
  const reporting = told("reporting", "How much reporting has grown", [growth.low, growth.high], (factor) =>
    forecast(underGrowth(assessed, factor)),
  );
  const swing = ({ low, high }: Assumption) => Math.abs(high.p - low.p);
  return [...gates, ...paces, reporting].toSorted((a, b) => swing(b) - swing(a));
}

const betaInterval = (mean: number, strength: number) =>
  [0.05, 0.95].map((q) => betaQuantile(q, mean * strength, (1 - mean) * strength)) as [number, number];

/** The model with one move at another pace, the rest of its row in proportion. */
function withMove({ scenarios }: ScenarioModel, s: number, at: number, value: number): ScenarioModel {
  const row = Math.floor(at / 3);
  const moved = scenarios[s]!.rows.map((p, i) => {
    if (Math.floor(i / 3) !== row) return p;
    return i === at ? value : (p * (1 - value)) / (1 - scenarios[s]!.rows[at]!);
  });
  return { scenarios: scenarios.with(s, { ...scenarios[s]!, rows: moved }) };
}

function underGrowth(
  { situation, inference }: Assessed,
  growth: number,
): Pick<OutlookBasis, "evidence" | "rules"> {
  const { inMonths } = situation;
  const { evidence, rules, months } = inMonths;
  const reading = readingOf({ ...inference.draw, growth }, inMonths);
  const spoken = spokenBy(evidence, reading, months);
  const counted = ruleTable(rules, reading, months);
  const table = tableOf(evidence, spoken, [...evidence.keys()], months, rules.length);
  return {
    evidence: Array.from(table, (value, at) => value + counted[at]!),
    rules: rules.map((_, k) => ruleOutlook(rules, reading, k, months - 1)),
  };
}
