import { reportingIn, spokenBy, tableOf, type Reading } from "./evidence.ts";
import { readingOf, type EvidenceInMonths } from "./ensemble.ts";
import { expectedMoves } from "./expected-moves.ts";
import { weigh, priorState } from "./filter.ts";
import { fitMoves } from "./fit-moves.ts";
import { INDICATOR_POWERS, type ParameterDraw, type ParameterSpread } from "./parameter-draws.ts";
import { ruleTable, type RuleStories } from "./rule-evidence.ts";
import { compileTransition, stepForward } from "./transition.ts";

/** Parameters learned from what was known by a day, and what they were learned from. */
export interface FittedParameters {
  readonly draw: ParameterDraw;
  /** Σ log P(stories of the rules in a month | what was known before it), elicited and fitted. */
  readonly elicitedScore: number;
  readonly score: number;
  /** Months in which at least one rule was looked at. */
  readonly months: number;
}

const STEPS = 8;
/** The rates are held as firmly as eleven stories would: about the spread with which they are drawn. */
const RATE_STRENGTH = 11;

/**
 * Maximum a posteriori by expectation–maximisation, the elicited numbers being the prior: for each scenario how much
 * its indicators may say (by how well the stories of its rule were foretold a month ahead), then rows, ε and rates.
 * Nothing is drawn, so the same evidence gives the same bits.
 */
export function fitParameters(
  elicited: ParameterDraw,
  spread: ParameterSpread,
  evidence: EvidenceInMonths,
): FittedParameters {
  let draw = fitPowers(elicited, evidence);
  for (let step = 0; step < STEPS; step++) draw = improve(elicited, draw, spread, evidence);
  draw = fitPowers(draw, evidence);
  const { rules, months } = evidence;
  return {
    draw,
    elicitedScore: total(forecastScores(elicited, evidence)),
    score: total(forecastScores(draw, evidence)),
    months: Array.from({ length: months }, (_, t) => rules.some(({ exposure }) => exposure[t]! > 0)).filter(
      Boolean,
    ).length,
  };
}

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** One scenario after the other takes the power with which its rule's stories are foretold best. */
function fitPowers(from: ParameterDraw, evidence: EvidenceInMonths): ParameterDraw {
  return from.model.scenarios.reduce((draw, _, k) => {
    const tried = INDICATOR_POWERS.map((power) => {
      const other = { ...draw, powers: draw.powers.with(k, power) };
      return { other, score: forecastScores(other, evidence)[k]! };
    });
    return tried.reduce((best, one) => (one.score > best.score + 1e-9 ? one : best)).other;
  }, from);
}

/** Per scenario, Σ log P(its rule's stories | what was known a month before), terms without the rates left out. */
function forecastScores(draw: ParameterDraw, evidence: EvidenceInMonths): number[] {
  const { rules, months } = evidence;
  const K = rules.length;
  const transition = compileTransition(draw.model);
  const { spoken, counted } = tablesOf(draw, evidence);
  const { alpha } = priorState(draw.model, transition.states);
  const scores = rules.map(() => 0);
  const alone = new Float64Array(K * 3);
  for (let t = 0; t < months; t++) {
    stepForward(transition, alpha);
    const row = counted.subarray(t * K * 3, (t + 1) * K * 3);
    for (let k = 0; k < K; k++) {
      if (rules[k]!.exposure[t]! === 0) continue;
      alone.fill(0);
      for (let s = 0; s < 3; s++) alone[k * 3 + s] = row[k * 3 + s]!;
      scores[k]! += weigh(alpha.slice(), alone);
    }
    weigh(alpha, row);
    weigh(alpha, spoken.subarray(t * K * 3, (t + 1) * K * 3));
  }
  return scores;
}

function tablesOf(draw: ParameterDraw, { evidence, rules, months, reportingSpan }: EvidenceInMonths) {
  const reading = readingOf(draw, { reportingSpan });
  const spoken = spokenBy(evidence, reading, months);
  return {
    reading,
    spoken: tableOf(evidence, spoken, [...evidence.keys()], months, rules.length),
    counted: ruleTable(rules, reading, months),
  };
}

function improve(
  elicited: ParameterDraw,
  draw: ParameterDraw,
  { rowStrength, epsilonStrength }: ParameterSpread,
  evidence: EvidenceInMonths,
): ParameterDraw {
  const { spoken, counted, reading } = tablesOf(draw, evidence);
  const table = spoken.map((value, at) => value + counted[at]!);
  const { moves, occupancy } = expectedMoves(
    draw.model,
    compileTransition(draw.model),
    table,
    evidence.months,
  );
  return {
    ...draw,
    model: {
      scenarios: draw.model.scenarios.map((now, k) =>
        fitMoves(elicited.model.scenarios[k]!, now, k, moves[k]!, rowStrength[k]!, epsilonStrength[k]!),
      ),
    },
    rates: evidence.rules.map((rule, k) =>
      fitRates(rule, draw.rates[k]!, reading, occupancy, k, evidence.rules.length),
    ),
  };
}

/** Factors on the three states' stories: a step towards the posterior mode, a state never below the one under it. */
function fitRates(
  { counts, exposure, means, dispersion }: RuleStories,
  factors: readonly [number, number, number],
  reading: Reading,
  occupancy: Float64Array,
  scenario: number,
  scenarios: number,
): [number, number, number] {
  const fitted = ([0, 1, 2] as const).map((s) => {
    let [seen, expected] = [RATE_STRENGTH, RATE_STRENGTH];
    for (let t = 0; t < counts.length; t++) {
      if (exposure[t]! === 0) continue;
      const plain = exposure[t]! * reportingIn(reading, t) * means[s];
      // A month of a negative binomial says less than one of a Poisson, the less the more it is expected to hold.
      const weight = occupancy[(t * scenarios + scenario) * 3 + s]! / (1 + (plain * factors[s]) / dispersion);
      seen += weight * counts[t]!;
      expected += weight * plain;
    }
    return (seen / expected) * means[s];
  });
  const dormant = fitted[0]!;
  const building = Math.max(dormant, fitted[1]!);
  const critical = Math.max(building, fitted[2]!);
  return [dormant / means[0], building / means[1], critical / means[2]];
}
