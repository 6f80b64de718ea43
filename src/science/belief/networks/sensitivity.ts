import { betaQuantile } from "#science/numbers/index.ts";
import { ancestralNetwork } from "./ancestral-network.ts";
import type { Evidence, Finding } from "./evidence.ts";
import { hardFinding, readEvidence, variableFinder } from "./evidence.ts";
import { propagate } from "./inference.ts";
import type { BeliefNetwork, Variable } from "./network.ts";
import { compile } from "./tree/compile.ts";
import { familyPosterior } from "./tree/family-posterior.ts";
import type { CompileOptions, JunctionTree } from "./tree/junction-tree.ts";

/** Range of a table entry: 5–95 % of Beta(strength × θ, strength × (1 − θ)), or θ ± `within`, inside [0, 1]. */
export type ParameterSpread = { readonly strength: number } | { readonly within: number };

/** How P(query = state | evidence) depends on one entry θ of a conditional table. */
export interface ParameterSensitivity {
  readonly variable: string;
  readonly state: string;
  /** The states of the parents, by name. */
  readonly given: Readonly<Record<string, string>>;
  readonly value: number;
  /** P(θ) = (aθ + b) / (cθ + d), the row's other entries keeping their proportions; cθ + d is 1 at `value`. */
  readonly function: { readonly a: number; readonly b: number; readonly c: number; readonly d: number };
  /** The ends of the range of θ and P there. */
  readonly low: { readonly value: number; readonly p: number };
  readonly high: { readonly value: number; readonly p: number };
  /** How far apart P is at the two ends. */
  readonly swing: number;
  /** What P can be at most under any change of one row as large as these, whatever the network: Chan & Darwiche 2005. */
  readonly bound: readonly [low: number, high: number];
}

export interface Sensitivity {
  readonly query: string;
  readonly state: string;
  readonly posterior: number;
  /**
   * Every table entry strictly between 0 and 1 that can matter, the widest swing first: a tornado. Of a row of two
   * entries only the first, because the second moves against it.
   */
  readonly parameters: readonly ParameterSensitivity[];
}

/**
 * Exact one-way sensitivity to every table entry at once, from two propagations (Coupé & van der Gaag 2002): the
 * posteriors of each family with the evidence, and with the query's state besides. Entries of 0 or 1 are taken for
 * certainties and stay. Throws as `infer` does, RangeError for a spread that is none.
 */
export function sensitivity(
  network: BeliefNetwork,
  query: { readonly variable: string; readonly state: string },
  evidence: Evidence,
  spread: ParameterSpread,
  options: CompileOptions = {},
): Sensitivity {
  const rangeOf = ranges(spread);
  const given = readEvidence(network, evidence).map((finding) => finding.given.variable);
  variableFinder(network)(query.variable);
  const relevant = ancestralNetwork(network, [query.variable, ...given]);
  const findings = readEvidence(relevant, evidence);
  const asked = hardFinding(relevant.variables, variableFinder(relevant)(query.variable), query.state);
  const tree = compile(relevant, options);
  const before = familiesUnder(tree, findings);
  const posterior = posteriorOf(tree, asked);
  const both = posterior === 0 ? undefined : familiesUnder(tree, [...findings, asked]);
  const statesOf = new Map(relevant.variables.map(({ name, states }) => [name, states]));
  const parameters = relevant.variables.flatMap((variable, v) =>
    [...variable.cpt].flatMap((value, entry): ParameterSensitivity[] => {
      const isOtherHalf = variable.states.length === 2 && entry % 2 === 1;
      if (value === 0 || value === 1 || isOtherHalf) return [];
      const [c, d] = lineOf(variable, before[v]!, entry);
      const [slope, level] = both ? lineOf(variable, both[v]!, entry) : [0, 0];
      const line = { a: posterior * slope, b: posterior * level, c, d };
      return [
        {
          ...nameOf(variable, entry, statesOf),
          value,
          function: line,
          ...spanOf(line, value, posterior, rangeOf(value)),
        },
      ];
    }),
  );
  parameters.sort((one, other) => other.swing - one.swing);
  return { query: query.variable, state: query.state, posterior, parameters };
}

function ranges(spread: ParameterSpread): (value: number) => readonly [number, number] {
  const size = "strength" in spread ? spread.strength : spread.within;
  if (!(size > 0 && size < Infinity))
    throw new RangeError(`a spread wants a finite number above 0, got ${size}`);
  if ("within" in spread) return (value) => [Math.max(0, value - size), Math.min(1, value + size)];
  const known = new Map<number, readonly [number, number]>();
  return (value) => {
    const [a, b] = [size * value, size * (1 - value)];
    const range = known.get(value) ?? [betaQuantile(0.05, a, b), betaQuantile(0.95, a, b)];
    known.set(value, range);
    return range;
  };
}

function familiesUnder(tree: JunctionTree, findings: readonly Finding[]): readonly Float64Array[] {
  propagate(tree, findings);
  return tree.families.map((_, v) => familyPosterior(tree, v));
}

const posteriorOf = ({ posteriors, posteriorOffsets }: JunctionTree, { variable, likelihood }: Finding) =>
  posteriors[posteriorOffsets[variable]! + likelihood.indexOf(1)]!;

/**
 * The slope and intercept of P(findings) over what it is now, as θ at `entry` moves and the rest of its row with it:
 * rows elsewhere keep their mass, θ's own mass goes by θ, the rest of the row's by 1 − θ.
 */
function lineOf(
  { states, cpt }: Variable,
  family: Float64Array,
  entry: number,
): [slope: number, level: number] {
  const first = entry - (entry % states.length);
  const value = cpt[entry]!;
  const own = family[entry]!;
  let row = 0;
  for (let at = first; at < first + states.length; at++) row += family[at]!;
  const others = (row - own) / (1 - value);
  return [own / value - others, 1 - row + others];
}

function spanOf(
  line: ParameterSensitivity["function"],
  value: number,
  posterior: number,
  [from, to]: readonly [number, number],
): Pick<ParameterSensitivity, "low" | "high" | "swing" | "bound"> {
  const [low, high] = [from, to].map((end) => ({ value: end, p: valueOf(line, end) })) as [
    ParameterSensitivity["low"],
    ParameterSensitivity["high"],
  ];
  const oddsOf = (p: number) => p / (1 - p);
  const ratios = [oddsOf(from) / oddsOf(value), oddsOf(to) / oddsOf(value)].flatMap((ratio) => [
    ratio,
    1 / ratio,
  ]);
  const furthest = Math.max(...ratios);
  const bound = [1 / furthest, furthest].map((ratio) => shifted(posterior, ratio)) as [number, number];
  return { low, high, swing: Math.abs(high.p - low.p), bound };
}

/** Where the evidence itself is impossible at the end of a range, both lines vanish there and the limit is a / c. */
function valueOf({ a, b, c, d }: ParameterSensitivity["function"], value: number): number {
  const evidence = c * value + d;
  const p = evidence > 1e-12 ? (a * value + b) / evidence : a / c;
  return Math.min(1, Math.max(0, p));
}

/** A probability after its odds are multiplied. */
function shifted(p: number, ratio: number): number {
  if (p === 0 || p === 1) return p;
  return ratio === Infinity ? 1 : (p * ratio) / (p * ratio + 1 - p);
}

function nameOf(
  { name, states, parents }: Variable,
  entry: number,
  statesOf: ReadonlyMap<string, readonly string[]>,
): Pick<ParameterSensitivity, "variable" | "state" | "given"> {
  let row = Math.floor(entry / states.length);
  const given = parents.toReversed().map((parent) => {
    const own = statesOf.get(parent)!;
    const state = own[row % own.length]!;
    row = Math.floor(row / own.length);
    return [parent, state] as const;
  });
  return {
    variable: name,
    state: states[entry % states.length]!,
    given: Object.fromEntries(given.toReversed()),
  };
}
