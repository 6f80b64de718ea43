import { EvidenceInvalid } from "./belief-error.ts";
import { variableFinder } from "./evidence.ts";
import type { BeliefNetwork } from "./network.ts";
import { familiesOf } from "./tree/moral-graph.ts";

/** Variables by name: whether what is known of `from` can tell anything about `to`. */
export interface SeparationQuestion {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Variables whose states are known. */
  readonly given?: readonly string[];
  /** Variables on which there are reports (soft evidence): they open colliders, and block nothing. */
  readonly reported?: readonly string[];
}

/** How a trail passes a variable: head to tail, tail to tail, or head to head. */
type Role = "end" | "chain" | "fork" | "collider";

export interface TrailStep {
  readonly variable: string;
  readonly role: Role;
  /** Whether the trail passes here. */
  readonly open: boolean;
  /** The known variable that blocks a chain or fork; those known or reported that open a collider. */
  readonly because: readonly string[];
  /** The arc to the next step. */
  readonly arc?: "→" | "←";
}

export interface Separation {
  readonly separated: boolean;
  /** A shortest active trail; where there is none a shortest trail of any kind, with what blocks it; else empty. */
  readonly trail: readonly TrailStep[];
}

interface Graph {
  readonly parents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
}

/**
 * d-separation: whether `from` and `to` are independent given the rest whatever the numbers in the tables, and the
 * trail that says why. Throws EvidenceInvalid. Pearl 1988; Koller & Friedman 2009, algorithm 3.1.
 */
export function separation(network: BeliefNetwork, question: SeparationQuestion): Separation {
  const find = variableFinder(network);
  const indices = (names: readonly string[] = []) => new Set(names.map(find));
  const [from, to, given] = [indices(question.from), indices(question.to), indices(question.given)];
  refuseOverlap(network, from, to, given);
  const graph = graphOf(network);
  const openers = new Set([...given, ...indices(question.reported)]);
  const aboveOpeners = closure(graph.parents, openers);
  const passes = (v: number, role: Role) => (role === "collider" ? aboveOpeners.has(v) : !given.has(v));
  const active = shortestTrail(graph, from, to, passes);
  const trail = active ?? shortestTrail(graph, from, to, () => true) ?? [];
  const named = (indicesOf: Iterable<number>) => Array.from(indicesOf, (v) => network.variables[v]!.name);
  const steps = trail.map(({ v, cameDown }, i): TrailStep => {
    const goesDown = trail[i + 1]?.cameDown;
    const role = roleOf(cameDown, goesDown);
    const open = role === "end" || passes(v, role);
    const opened = role === "collider" ? [...closure(graph.children, [v])].filter((u) => openers.has(u)) : [];
    const arc = goesDown === undefined ? {} : { arc: goesDown ? ("→" as const) : ("←" as const) };
    return {
      variable: named([v])[0]!,
      role,
      open,
      because: named(open ? opened : given.has(v) ? [v] : []),
      ...arc,
    };
  });
  return { separated: !active, trail: steps };
}

function refuseOverlap(
  { variables }: BeliefNetwork,
  from: ReadonlySet<number>,
  to: ReadonlySet<number>,
  given: ReadonlySet<number>,
): void {
  const twice = [...from, ...to].find((v) => given.has(v) || (from.has(v) && to.has(v)));
  if (twice === undefined) return;
  const remedy = "from, to and given must not share a variable";
  throw new EvidenceInvalid(`"${variables[twice]!.name}" is named twice`, remedy);
}

function graphOf(network: BeliefNetwork): Graph {
  const parents = familiesOf(network).map((family) => family.slice(0, -1));
  const children = parents.map((): number[] => []);
  parents.forEach((own, v) => own.forEach((parent) => children[parent]!.push(v)));
  return { parents, children };
}

/** The variables given and all that are reached from them. */
function closure(next: Graph[keyof Graph], start: Iterable<number>): Set<number> {
  const reached = new Set(start);
  for (const v of reached) for (const each of next[v]!) reached.add(each);
  return reached;
}

/** From the directions in which a trail enters and leaves: down an arc, up it, or not at all. */
function roleOf(cameDown: boolean | undefined, goesDown: boolean | undefined): Role {
  if (cameDown === undefined || goesDown === undefined) return "end";
  if (cameDown === goesDown) return "chain";
  return cameDown ? "collider" : "fork";
}

/** A way of standing on a variable: a trail that came from a parent may go on otherwise than one from a child. */
interface Visit {
  readonly v: number;
  readonly cameDown: boolean | undefined;
  readonly before: Visit | undefined;
}

/** Breadth first over arcs in either direction, through every variable that passes in its role. */
function shortestTrail(
  graph: Graph,
  from: ReadonlySet<number>,
  to: ReadonlySet<number>,
  passes: (v: number, role: Role) => boolean,
): Visit[] | undefined {
  const visits: Visit[] = [...from].map((v) => ({ v, cameDown: undefined, before: undefined }));
  const seen = new Set<string>();
  for (const visit of visits) {
    if (to.has(visit.v)) return trailTo(visit);
    const { v, cameDown } = visit;
    for (const goesDown of [true, false]) {
      const role = roleOf(cameDown, goesDown);
      if (role !== "end" && !passes(v, role)) continue;
      for (const next of (goesDown ? graph.children : graph.parents)[v]!) {
        const key = `${next} ${goesDown}`;
        if (seen.has(key)) continue;
        seen.add(key);
        visits.push({ v: next, cameDown: goesDown, before: visit });
      }
    }
  }
  return undefined;
}

function trailTo(visit: Visit): Visit[] {
  const trail: Visit[] = [];
  for (let at: Visit | undefined = visit; at; at = at.before) trail.push(at);
  return trail.toReversed();
}
