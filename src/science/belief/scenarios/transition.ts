import { jointStates, stateIn, strideOf } from "./joint-space.ts";
import type { GateNumbers, InfluenceNumbers, ScenarioModel, ScenarioNumbers } from "./scenario-model.ts";

/** Thrown when gates and influences lead from a scenario back to itself. */
export class InfluenceCycle extends RangeError {
  override readonly name = "InfluenceCycle";
}

/**
 * One month of the coupled scenarios, P(x′ | x) = ∏ₖ P(sₖ′ | sₖ, parents in x), kept as one factor per scenario.
 * Children are moved before their parents, so that every factor still sees the parents' old states and a step
 * costs 3ᴷ · 3K multiplications instead of 9ᴷ.
 */
export interface Transition {
  readonly states: number;
  /** Scenarios in the order in which they move: children first. */
  readonly order: readonly number[];
  /** Per scenario, the row [dormant, building, critical] it moves to, for every joint state: 3ᴷ × 3. */
  readonly rows: readonly Float64Array[];
  /** Per scenario, the joint states by what its gates and influences do in them. */
  readonly contexts: readonly Contexts[];
  /** Per scenario and context, the 3 × 3 moves of the scenario while the others stand as they do. */
  readonly moves: readonly (readonly Float64Array[])[];
  /** Working space of a step. */
  readonly scratch: Float64Array;
}

/** The joint states in which a scenario's gates and influences act alike. */
export interface Contexts {
  /** The context of every joint state, by its place in `examples`. */
  readonly of: Int32Array;
  /** A joint state of each context. */
  readonly examples: readonly number[];
}

/** Models that differ in their numbers alone have the same contexts, which may be handed on from one to the next. */
export function compileTransition(model: ScenarioModel, contexts = contextsIn(model)): Transition {
  const states = jointStates(model.scenarios.length);
  const moves = model.scenarios.map((scenario, k) =>
    contexts[k]!.examples.map((example) => movesIn(scenario, example)),
  );
  return {
    states,
    order: childrenFirst(model),
    scratch: new Float64Array(states),
    contexts,
    moves,
    rows: moves.map((own, k) => conditionalRows(own, contexts[k]!, k)),
  };
}

function contextsIn({ scenarios }: ScenarioModel): readonly Contexts[] {
  const states = jointStates(scenarios.length);
  return scenarios.map((scenario) => {
    const places = new Map<string, number>();
    const examples: number[] = [];
    const of = Int32Array.from({ length: states }, (_, x) => {
      const acting = actingIn(scenario, x);
      if (!places.has(acting)) places.set(acting, examples.push(x) - 1);
      return places.get(acting)!;
    });
    return { of, examples };
  });
}

/** Which gates are shut and which influences are felt in a joint state. */
function actingIn({ gates, influences }: ScenarioNumbers, joint: number): string {
  const shut = gates.map(({ on, atLeast }) => stateIn(joint, on) < atLeast);
  return [...shut, ...influences.map(({ from, when }) => stateIn(joint, from) === when)].join(" ");
}

function movesIn(scenario: ScenarioNumbers, joint: number): Float64Array {
  const moves = new Float64Array(9);
  for (const from of [0, 1, 2] as const) {
    const [down, stay, up] = gatedRow(scenario, from, joint);
    if (from > 0) moves[from * 3 + from - 1] = down;
    moves[from * 3 + from] = stay;
    if (from < 2) moves[from * 3 + from + 1] = up;
  }
  return moves;
}

function conditionalRows(moves: readonly Float64Array[], { of }: Contexts, k: number): Float64Array {
  const rows = new Float64Array(of.length * 3);
  for (let x = 0; x < of.length; x++) {
    const [own, from] = [moves[of[x]!]!, stateIn(x, k) * 3];
    for (let to = 0; to < 3; to++) rows[x * 3 + to] = own[from + to]!;
  }
  return rows;
}

/** The row [down, stay, up] of one scenario under the gates and influences of a joint state. */
function gatedRow(
  { rows, gates, influences }: ScenarioNumbers,
  from: 0 | 1 | 2,
  joint: number,
): [number, number, number] {
  const down = from > 0 ? rows[from * 3 + from - 1]! : 0;
  const open = from < 2 ? rows[from * 3 + from + 1]! : 0;
  const pushed = influences.reduce((p, influence) => influenced(p, influence, joint), open);
  const up = gates.reduce((p, gate) => p * passing(gate, joint), pushed);
  const scaledDown = open < 1 ? (down * (1 - pushed)) / (1 - open) : down;
  return [scaledDown, 1 - scaledDown - up, up];
}

function passing({ on, atLeast, epsilon }: GateNumbers, joint: number): number {
  return stateIn(joint, on) < atLeast ? epsilon : 1;
}

function influenced(p: number, { from, when, oddsUp }: InfluenceNumbers, joint: number): number {
  return stateIn(joint, from) === when ? (p * oddsUp) / (1 - p + p * oddsUp) : p;
}

function childrenFirst({ scenarios }: ScenarioModel): number[] {
  const order: number[] = [];
  const open = new Set<number>();
  const visit = (k: number): void => {
    if (order.includes(k)) return;
    if (open.has(k))
      throw new InfluenceCycle(`scenario ${k} gates or influences itself through ${[...open].join(" → ")}`);
    open.add(k);
    for (const parent of parentsOf(scenarios[k]!)) visit(parent);
    open.delete(k);
    order.push(k);
  };
  scenarios.forEach((_, k) => visit(k));
  return order.reverse();
}

function parentsOf({ gates, influences }: ScenarioNumbers): number[] {
  return [...gates.map((gate) => gate.on), ...influences.map((influence) => influence.from)];
}

/**
 * One month forward: a distribution over joint states, in place. Forward and backward keep a loop each: a shared one
 * would call its move through a value, and this is the hottest place of a replay. For the same reason the moves name
 * their numbers one by one: taking them out of an array makes that array, and four times the work.
 */
export function stepForward({ order, rows, states, scratch }: Transition, alpha: Float64Array): void {
  let [from, to] = [alpha, scratch];
  for (const k of order) {
    const stride = strideOf(k);
    const moves = rows[k]!;
    for (let base = 0; base < states; base += stride * 3) {
      for (let x0 = base; x0 < base + stride; x0++) moveForward(from, to, moves, x0, stride);
    }
    [from, to] = [to, from];
  }
  if (from !== alpha) alpha.set(from);
}

function moveForward(
  from: Float64Array,
  to: Float64Array,
  moves: Float64Array,
  x0: number,
  stride: number,
): void {
  const x1 = x0 + stride;
  const x2 = x1 + stride;
  const a0 = from[x0]!;
  const a1 = from[x1]!;
  const a2 = from[x2]!;
  to[x0] = a0 * moves[x0 * 3]! + a1 * moves[x1 * 3]!;
  to[x1] = a0 * moves[x0 * 3 + 1]! + a1 * moves[x1 * 3 + 1]! + a2 * moves[x2 * 3 + 1]!;
  to[x2] = a1 * moves[x1 * 3 + 2]! + a2 * moves[x2 * 3 + 2]!;
}

/** One month backward: `values` over next month's joint states becomes its expectation given this month's. */
export function stepBackward({ order, rows, states, scratch }: Transition, values: Float64Array): void {
  let [from, to] = [values, scratch];
  for (let i = order.length - 1; i >= 0; i--) {
    const stride = strideOf(order[i]!);
    const moves = rows[order[i]!]!;
    for (let base = 0; base < states; base += stride * 3) {
      for (let x0 = base; x0 < base + stride; x0++) moveBackward(from, to, moves, x0, stride);
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
}

function moveBackward(
  from: Float64Array,
  to: Float64Array,
  moves: Float64Array,
  x0: number,
  stride: number,
): void {
  const x1 = x0 + stride;
  const x2 = x1 + stride;
  const v0 = from[x0]!;
  const v1 = from[x1]!;
  const v2 = from[x2]!;
  to[x0] = moves[x0 * 3]! * v0 + moves[x0 * 3 + 1]! * v1;
  to[x1] = moves[x1 * 3]! * v0 + moves[x1 * 3 + 1]! * v1 + moves[x1 * 3 + 2]! * v2;
  to[x2] = moves[x2 * 3 + 1]! * v1 + moves[x2 * 3 + 2]! * v2;
}
