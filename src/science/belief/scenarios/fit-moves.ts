import { root } from "#science/numbers/index.ts";
import { stateIn } from "./joint-space.ts";
import type { GateNumbers, InfluenceNumbers, ScenarioNumbers } from "./scenario-model.ts";

/** Months that a scenario spent under one set of gates and influences in one state, by what it did. */
interface Spell {
  /** Odds of a push upwards are the open ones times this. */
  readonly odds: number;
  pushed: number;
  unpushed: number;
  down: number;
}

/**
 * The M-step of one scenario: rows and ε with the largest posterior, given how often it is expected to have moved from
 * every joint state. A month is a push upwards or none; a push passes the shut gates with ε or is held; without a push
 * the scenario may fall. The elicited row counts as `rowStrength` months, the elicited ε as `epsilonStrength` pushes.
 */
export function fitMoves(
  elicited: ScenarioNumbers,
  now: ScenarioNumbers,
  scenario: number,
  moves: Float64Array,
  rowStrength: number,
  epsilonStrength: readonly number[],
): ScenarioNumbers {
  const spells: Map<number, Spell>[] = [new Map(), new Map(), new Map()];
  const gates = elicited.gates.map(({ epsilon }, g) => ({
    passed: epsilon * epsilonStrength[g]!,
    held: (1 - epsilon) * epsilonStrength[g]!,
  }));
  for (let x = 0; x < moves.length / 3; x++) {
    const own = stateIn(x, scenario);
    const odds = now.influences.reduce((all, influence) => all * oddsOf(influence, x), 1);
    const spell = spells[own]!.get(odds) ?? { odds, pushed: 0, unpushed: 0, down: 0 };
    spells[own]!.set(odds, spell);
    const [down, stay, up] = [
      own > 0 ? moves[x * 3 + own - 1]! : 0,
      moves[x * 3 + own]!,
      own < 2 ? moves[x * 3 + own + 1]! : 0,
    ];
    const shut = now.gates.flatMap((gate, g) => (isShut(gate, x) ? [g] : []));
    const passing = shut.reduce((p, g) => p * now.gates[g]!.epsilon, 1);
    const push = pushIn(now, own, odds);
    const fall = fallIn(now, own) * (1 - push);
    const heldShare = passing < 1 ? (push * (1 - passing)) / (1 - fall - push * passing) : 0;
    const held = stay * heldShare;
    spell.pushed += up + held;
    spell.unpushed += down + stay - held;
    spell.down += down;
    // Several gates shut at once: a held push was held by each with its own share.
    for (const g of shut) {
      const [share, all] = [1 - now.gates[g]!.epsilon, 1 - passing];
      gates[g]!.passed += up + held * (1 - share / all);
      gates[g]!.held += (held * share) / all;
    }
  }
  return {
    ...elicited,
    rows: ([0, 1, 2] as const).flatMap((own) =>
      fitRow(elicited.rows.slice(own * 3, own * 3 + 3), own, [...spells[own]!.values()], rowStrength),
    ),
    gates: elicited.gates.map((gate, g) => ({
      ...gate,
      epsilon: gates[g]!.passed / (gates[g]!.passed + gates[g]!.held),
    })),
  };
}

const oddsOf = ({ from, when, oddsUp }: InfluenceNumbers, x: number) =>
  stateIn(x, from) === when ? oddsUp : 1;
const isShut = ({ on, atLeast }: GateNumbers, x: number) => stateIn(x, on) < atLeast;

function pushIn({ rows }: ScenarioNumbers, own: number, odds: number): number {
  const open = own < 2 ? rows[own * 3 + own + 1]! : 0;
  return (open * odds) / (1 - open + open * odds);
}

/** P(fall | no push). */
function fallIn({ rows }: ScenarioNumbers, own: number): number {
  const open = own < 2 ? rows[own * 3 + own + 1]! : 0;
  return own > 0 && open < 1 ? rows[own * 3 + own - 1]! / (1 - open) : 0;
}

function fitRow(
  elicited: readonly number[],
  own: 0 | 1 | 2,
  spells: readonly Spell[],
  strength: number,
): number[] {
  const up = own < 2 ? elicited[own + 1]! : 0;
  const fall = own > 0 && up < 1 ? elicited[own - 1]! / (1 - up) : 0;
  const push = up > 0 ? fitPush(up, spells, strength) : 0;
  const unpushed = spells.reduce((sum, spell) => sum + spell.unpushed, 0);
  const down = spells.reduce((sum, spell) => sum + spell.down, 0);
  const rest = strength * (1 - up);
  const falls = fall > 0 ? (rest * fall + down) / (rest + unpushed) : 0;
  const row = [0, 0, 0];
  if (own > 0) row[own - 1] = (1 - push) * falls;
  row[own] = (1 - push) * (1 - falls);
  if (own < 2) row[own + 1] = push;
  return row;
}

/** A logistic regression with one intercept: the log-odds of the influences are given. */
function fitPush(elicited: number, spells: readonly Spell[], strength: number): number {
  const score = (theta: number) => {
    const at = (odds: number) => 1 / (1 + Math.exp(-theta) / odds);
    return spells.reduce(
      (sum, { odds, pushed, unpushed }) => sum + pushed - (pushed + unpushed) * at(odds),
      strength * (elicited - at(1)),
    );
  };
  const theta = root(score, -20, 20);
  return 1 / (1 + Math.exp(-theta));
}
