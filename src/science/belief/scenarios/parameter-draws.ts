import { betaDraw, dirichletDraw, randomStream, standardNormal } from "#science/numbers/index.ts";
import type { ScenarioModel, ScenarioNumbers } from "./scenario-model.ts";

/** How firmly each elicited parameter is held. */
export interface ParameterSpread {
  /** Per scenario, the equivalent number of observed months behind each transition row. */
  readonly rowStrength: readonly number[];
  /** Per scenario and gate, the strength of ε's Beta distribution. */
  readonly epsilonStrength: readonly (readonly number[])[];
  /** Reporting growth over its span: median, and the bounds of its 90 % interval. */
  readonly growth: { readonly factor: number; readonly low: number; readonly high: number };
}

export interface ParameterDraw {
  readonly model: ScenarioModel;
  readonly growth: number;
  /** Per evidence, factors on the means of dormant, building and critical. */
  readonly multipliers: readonly (readonly [number, number, number])[];
  /** Per evidence, a power on tables. */
  readonly strengths: readonly number[];
  /** Per scenario, a power on what all its indicators say. */
  readonly powers: readonly number[];
  /** Per scenario, factors on the stories of its rule that dormant, building and critical expect. */
  readonly rates: readonly (readonly [number, number, number])[];
}

/** How much the indicators of a scenario may say of it, beside the stories that its rule counts: equally likely beforehand. */
export const INDICATOR_POWERS = [1, 0.5, 0.25, 0.125, 0] as const;
/** What stands for them in the stated value: the middle one. */
const STATED_POWER = 0.25;

/** Log-normal spreads of the expected means and rates, of their contrast between states, and of table likelihoods. */
const MEAN_SPREAD = 0.3;
const CONTRAST_SPREAD = 0.2;
const STRENGTH_SPREAD = 0.3;

/** The elicited parameters, exactly. */
export function elicitedDraw(
  model: ScenarioModel,
  { growth }: ParameterSpread,
  evidences: number,
): ParameterDraw {
  return {
    model,
    growth: growth.factor,
    multipliers: Array.from({ length: evidences }, () => [1, 1, 1] as const),
    strengths: Array.from({ length: evidences }, () => 1),
    powers: model.scenarios.map(() => STATED_POWER),
    rates: model.scenarios.map(() => [1, 1, 1] as const),
  };
}

/** Independent draws around the elicited parameters; the same seed gives the same draws on any machine. */
export function drawParameters(
  model: ScenarioModel,
  spread: ParameterSpread,
  evidences: number,
  draws: number,
  seed: string,
): ParameterDraw[] {
  return Array.from({ length: draws }, (_, d) =>
    drawOne(model, spread, evidences, randomStream(`${seed} ${d}`)),
  );
}

function drawOne(
  model: ScenarioModel,
  spread: ParameterSpread,
  evidences: number,
  random: () => number,
): ParameterDraw {
  const growth = drawGrowth(spread.growth, random);
  const scenarios = model.scenarios.map((scenario, k) =>
    drawScenario(scenario, spread.rowStrength[k]!, spread.epsilonStrength[k]!, random),
  );
  return {
    model: { scenarios },
    growth,
    multipliers: Array.from({ length: evidences }, () => drawMultipliers(random)),
    strengths: Array.from({ length: evidences }, () => Math.exp(STRENGTH_SPREAD * standardNormal(random))),
    powers: scenarios.map(() => INDICATOR_POWERS[Math.floor(random() * INDICATOR_POWERS.length)]!),
    rates: scenarios.map(() => drawMultipliers(random)),
  };
}

function drawGrowth({ factor, low, high }: ParameterSpread["growth"], random: () => number): number {
  const sigma = (Math.log(high) - Math.log(low)) / (2 * 1.6448536269514722);
  return Math.min(high, Math.max(low, factor * Math.exp(sigma * standardNormal(random))));
}

function drawMultipliers(random: () => number): [number, number, number] {
  const level = Math.exp(MEAN_SPREAD * standardNormal(random));
  const contrast = Math.exp(CONTRAST_SPREAD * standardNormal(random));
  return [level / contrast, level, level * contrast];
}

function drawScenario(
  { prior, rows, gates, influences }: ScenarioNumbers,
  rowStrength: number,
  epsilonStrength: readonly number[],
  random: () => number,
): ScenarioNumbers {
  return {
    prior,
    rows: [0, 3, 6].flatMap((at) => drawRow(rows.slice(at, at + 3), rowStrength, random)),
    gates: gates.map((gate, g) => ({
      ...gate,
      epsilon: drawEpsilon(gate.epsilon, epsilonStrength[g]!, random),
    })),
    influences,
  };
}

/** Dirichlet around a row; a move that is impossible stays impossible. */
function drawRow(row: readonly number[], strength: number, random: () => number): number[] {
  const possible = row.flatMap((p, i) => (p > 0 ? [i] : []));
  const drawn = dirichletDraw(
    random,
    possible.map((i) => row[i]! * strength),
  );
  return row.map((_, i) => drawn[possible.indexOf(i)] ?? 0);
}

function drawEpsilon(mean: number, strength: number, random: () => number): number {
  return betaDraw(random, mean * strength, (1 - mean) * strength);
}
