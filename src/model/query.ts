import { z } from "zod";
import type { Observation } from "./observation.ts";

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);

/** Conditions an observation must meet, all of them; `any` holds alternatives, `not` an exclusion. */
export interface Query {
  readonly stream?: string | string[] | undefined;
  readonly kind?: string | string[] | undefined;
  readonly actor?: string | string[] | undefined;
  readonly minActors?: number | undefined;
  readonly attributes?: Record<string, string | string[]> | undefined;
  readonly attribution?: string | string[] | undefined;
  readonly mentions?: string | undefined;
  readonly not?: Query | undefined;
  readonly any?: Query[] | undefined;
}

export const pattern = z.string().refine(isPattern, { error: "expected a regular expression" });

export const query: z.ZodType<Query> = z.lazy(() =>
  z.strictObject({
    stream: oneOrMore.optional(),
    kind: oneOrMore.optional(),
    actor: oneOrMore.optional(),
    minActors: z.int().positive().optional(),
    attributes: z.record(z.string(), oneOrMore).optional(),
    attribution: oneOrMore.optional(),
    mentions: pattern.optional(),
    not: query.optional(),
    any: z.array(query).min(1).optional(),
  }),
);

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "iu").source.length > 0;
  } catch {
    return false;
  }
}

export type Predicate = (observation: Observation) => boolean;

/** A declarative query as a predicate: every condition given must hold. */
export function compileQuery(query: Query): Predicate {
  const conditions = [
    anyOf(query.stream, (o) => [o.stream]),
    anyOf(query.kind, (o) => [o.kind]),
    anyOf(query.actor, (o) => o.actors.map((actor) => actor.id)),
    anyOf(query.attribution, (o) => [o.attribution ?? ""]),
    ...Object.entries(query.attributes ?? {}).map(([name, wanted]) =>
      anyOf(wanted, (o) => attributeValues(o, name)),
    ),
    atLeastActors(query.minActors),
    mentioning(query.mentions),
    query.not && negate(compileQuery(query.not)),
    query.any && some(query.any.map(compileQuery)),
  ].filter((condition) => condition !== undefined);
  return (observation) => conditions.every((holds) => holds(observation));
}

function anyOf(
  wanted: string | string[] | undefined,
  read: (o: Observation) => readonly string[],
): Predicate | undefined {
  if (wanted === undefined) return undefined;
  const values = new Set([wanted].flat());
  return (observation) => read(observation).some((value) => values.has(value));
}

/** A cell may hold several values, `CHN;RUS`. */
function attributeValues({ attributes }: Observation, name: string): string[] {
  return (attributes[name] ?? "").split(";");
}

function atLeastActors(least: number | undefined): Predicate | undefined {
  return least === undefined ? undefined : (observation) => observation.actors.length >= least;
}

function mentioning(pattern: string | undefined): Predicate | undefined {
  if (pattern === undefined) return undefined;
  const expression = new RegExp(pattern, "iu");
  return ({ claim, place }) => expression.test(`${claim} ${place?.name ?? ""}`);
}

function negate(holds: Predicate): Predicate {
  return (observation) => !holds(observation);
}

function some(predicates: readonly Predicate[]): Predicate {
  return (observation) => predicates.some((holds) => holds(observation));
}

/** Streams a query reads; empty means any. */
export function streamsOf({ stream, any }: Query): string[] {
  const own = stream === undefined ? [] : [stream].flat();
  return [...new Set([...own, ...(any ?? []).flatMap(streamsOf)])];
}
