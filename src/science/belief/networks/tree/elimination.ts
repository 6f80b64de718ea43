import type { Random } from "#science/numbers/index.ts";
import type { MoralGraph } from "./moral-graph.ts";
import { bitCount, membersOf } from "./moral-graph.ts";

/** What a short loop costs besides its words. */
const SETUP = 4;

/** What a greedy order minimises at each step. Kjærulff 1990; Koller & Friedman 2009, §9.4.3. */
type Heuristic = "fill" | "weighted-fill" | "weight" | "size";

/** An elimination order: `neighbours[i]` are those of `order[i]` when it went. Effort counts words touched. */
export interface Elimination {
  readonly order: readonly number[];
  readonly neighbours: ReadonlyArray<readonly number[]>;
  readonly complete: boolean;
  readonly effort: number;
}

export interface Recipe {
  readonly heuristic: Heuristic;
  /** Scores are blurred by up to this fraction of themselves, so that repeated attempts differ. */
  readonly noise: number;
}

interface Working extends MoralGraph {
  readonly logStates: Float64Array;
  effort: number;
}

/** Breaks a tie between equal fills by the smaller clique; the logarithms of clique sizes stay far below 1/weight. */
const TIE = 1e-4;

/** The missing arcs between the neighbours of v, each counted as the product of its ends where weighted. */
function fillOf(graph: Working, v: number, weighted: boolean): number {
  const { rows, wordsPerRow: words, stateCounts } = graph;
  const own = v * words;
  const members = membersOf(rows, own, words);
  let fill = 0;
  for (const u of members) {
    const other = u * words;
    for (let w = 0; w < words; w++) {
      const missing = rows[own + w]! & ~rows[other + w]!;
      if (missing === 0) continue;
      fill += weighted ? stateCounts[u]! * weightOfWord(graph, missing, w) : bitCount(missing);
    }
    fill -= weighted ? stateCounts[u]! ** 2 : 1;
  }
  graph.effort += (members.length + 1) * (words + SETUP);
  return fill;
}

function weightOfWord(graph: Working, word: number, at: number): number {
  let weight = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    weight += graph.stateCounts[at * 32 + 31 - Math.clz32(rest & -rest)]!;
    graph.effort += 1;
  }
  return weight;
}

function weightOf(graph: Working, v: number): number {
  const { rows, wordsPerRow: words, logStates } = graph;
  let weight = logStates[v]!;
  for (const u of membersOf(rows, v * words, words)) weight += logStates[u]!;
  graph.effort += words + SETUP;
  return weight;
}

const SCORES: Record<Heuristic, (graph: Working, v: number) => number> = {
  fill: (graph, v) => fillOf(graph, v, false) + TIE * weightOf(graph, v),
  "weighted-fill": (graph, v) => fillOf(graph, v, true) + TIE * weightOf(graph, v),
  weight: weightOf,
  size: (graph, v) => membersOf(graph.rows, v * graph.wordsPerRow, graph.wordsPerRow).length,
};

/** Whether removing a variable can change this score for variables that are not its neighbours. */
const LOOKS_FURTHER: Record<Heuristic, boolean> = {
  fill: true,
  "weighted-fill": true,
  weight: false,
  size: false,
};

/** When to give an order up as no better than what is known, or as too dear to find. */
export interface Limits {
  readonly entries: number;
  readonly effort: number;
}

/** Eliminates every variable greedily, ties broken by the stream, as far as the limits allow. */
export function eliminate(
  moral: MoralGraph,
  { heuristic, noise }: Recipe,
  random: Random,
  limits: Limits,
): Elimination {
  const logStates = Float64Array.from(moral.stateCounts, Math.log);
  const graph: Working = { ...moral, rows: moral.rows.slice(), logStates, effort: 0 };
  const score = SCORES[heuristic];
  const blurred = (v: number) => score(graph, v) * (1 + noise * random()) + 1e-9 * random();
  const order: number[] = [];
  const neighbours: number[][] = [];
  const givenUp = () => ({ order, neighbours, complete: false, effort: graph.effort });
  const scores = new Float64Array(graph.size);
  for (let v = 0; v < graph.size; v++) {
    if (graph.effort > limits.effort) return givenUp();
    scores[v] = blurred(v);
  }
  let entries = 0;
  while (order.length < graph.size) {
    const next = indexOfMinimum(scores);
    graph.effort += graph.wordsPerRow + SETUP;
    const around = membersOf(graph.rows, next * graph.wordsPerRow, graph.wordsPerRow);
    entries += around.reduce((product, u) => product * graph.stateCounts[u]!, graph.stateCounts[next]!);
    if (entries > limits.entries || graph.effort > limits.effort) return givenUp();
    const affected = LOOKS_FURTHER[heuristic] ? affectedBy(graph, next, around) : around;
    remove(graph, next, around);
    scores[next] = Infinity;
    for (const v of affected) scores[v] = blurred(v);
    order.push(next);
    neighbours.push(around);
  }
  return { order, neighbours, complete: true, effort: graph.effort };
}

function indexOfMinimum(scores: Float64Array): number {
  let best = 0;
  for (let v = 1; v < scores.length; v++) if (scores[v]! < scores[best]!) best = v;
  return best;
}

/** The neighbours of v, and, where v is not simplicial, the others that see two of them. */
function affectedBy(graph: Working, v: number, around: readonly number[]): readonly number[] {
  const { rows, wordsPerRow: words } = graph;
  const once = new Int32Array(words);
  const twice = new Int32Array(words);
  let complete = true;
  for (const u of around) {
    for (let w = 0; w < words; w++) {
      const row = rows[u * words + w]!;
      twice[w]! |= once[w]! & row;
      once[w]! |= row;
      const self = u >>> 5 === w ? 1 << (u & 31) : 0;
      if ((rows[v * words + w]! & ~row & ~self) !== 0) complete = false;
    }
  }
  graph.effort += around.length * words;
  if (complete) return around;
  for (const u of around) twice[u >>> 5]! |= 1 << (u & 31);
  twice[v >>> 5]! &= ~(1 << (v & 31));
  return membersOf(twice, 0, words);
}

/** Joins the neighbours of v with each other and takes v out. */
function remove(graph: Working, v: number, around: readonly number[]): void {
  const { rows, wordsPerRow: words } = graph;
  for (const u of around) {
    for (let w = 0; w < words; w++) rows[u * words + w]! |= rows[v * words + w]!;
    rows[u * words + (v >>> 5)]! &= ~(1 << (v & 31));
    rows[u * words + (u >>> 5)]! &= ~(1 << (u & 31));
  }
  rows.fill(0, v * words, (v + 1) * words);
  graph.effort += around.length * words;
}
