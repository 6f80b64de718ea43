import type { Observation } from "#model/observation.ts";
import type { LegalForce, LegalMove, LegalThread } from "#model/law.ts";
import { LEGAL_STEPS, type LawRules } from "#model/law-rules.ts";
import { compileQuery, type Predicate } from "#model/query.ts";

/** The instruments of the law with their steps in order, from observations in order of time. */
export function legalThreads(rules: LawRules, observations: readonly Observation[]): LegalThread[] {
  const read = compileLaw(rules);
  const threads = Map.groupBy(observations, threadOf(rules, observations));
  return [...threads].map(([id, told]) => thread(rules, read, id, told));
}

interface LawReader {
  readonly stepOf: (observation: Observation) => LegalMove["step"];
  readonly isInForce: Predicate;
  readonly forceOf: (told: readonly Observation[]) => LegalForce;
}

function compileLaw({ steps, inForce, force }: LawRules): LawReader {
  const tried = LEGAL_STEPS.map((step) => ({ step, holds: holding(steps[step]) }));
  const forces = (["binding", "towards", "domestic"] as const).map((name) => ({
    name,
    holds: holding(force[name]),
  }));
  return {
    stepOf: (observation) => tried.find(({ holds }) => holds(observation))?.step ?? "told",
    isInForce: holding(inForce),
    forceOf: (told) => forces.find(({ holds }) => told.some(holds))?.name ?? "none",
  };
}

function holding(query: LawRules["where"] | undefined): Predicate {
  return query === undefined ? () => false : compileQuery(query);
}

/** Under which id an observation is told: its instrument's, or that of the first it is linked to. */
function threadOf(rules: LawRules, observations: readonly Observation[]): (one: Observation) => string {
  const several = new Set(["", ...rules.severalUnder]);
  const byId = new Map(observations.map((one) => [one.id, one]));
  return (one) => {
    const instrument = one.attributes[rules.fields.instrument] ?? "";
    if (!several.has(instrument)) return instrument;
    const linked = one.links.map(({ to }) => byId.get(to)).find((other) => other !== undefined);
    return linked?.id ?? one.id;
  };
}

function thread(
  { fields, names }: LawRules,
  { stepOf, isInForce, forceOf }: LawReader,
  id: string,
  told: readonly Observation[],
): LegalThread {
  const [first] = told;
  const values = (name: string | undefined) => [
    ...new Set(told.map(({ attributes }) => attributes[name ?? ""] ?? "").filter((value) => value !== "")),
  ];
  const moves = told.map((one) => moveOf(one, stepOf(one)));
  const standing = told.reduce<LegalMove["step"]>((before, one, i) => {
    const { step } = moves[i]!;
    return standingAfter(before, step === "adopted" && isInForce(one) ? "in-force" : step);
  }, "told");
  const isOver = standing === "ended" || standing === "failed";
  return {
    id,
    name: nameOf(id, first!, fields.instrument, names),
    subject: values(fields.subject)[0] ?? "",
    body: values(fields.body).at(-1) ?? "",
    directions: values(fields.direction),
    force: forceOf(told),
    standing,
    to: isOver ? moves.findLast(({ step }) => step === standing)!.on : null,
    moves,
  };
}

function moveOf(
  { id, validFrom, precision, claim, actors }: Observation,
  step: LegalMove["step"],
): LegalMove {
  return { observation: id, on: validFrom, precision, step, claim, actors: actors.map((one) => one.id) };
}

/** Who leaves what stands changes its parties alone, and what is in force does not come to be adopted. */
function standingAfter(before: LegalMove["step"], step: LegalMove["step"]): LegalMove["step"] {
  if (step === "told") return before;
  if (step === "left" && before !== "told") return before;
  return step === "adopted" && before === "in-force" ? before : step;
}

/** Of several texts under one word, the day tells which. */
function nameOf(id: string, first: Observation, field: string, names: LawRules["names"]): string {
  const instrument = first.attributes[field] ?? "";
  const name = names[instrument] ?? instrument;
  if (id === instrument) return name;
  return name === "" ? first.claim : `${name} of ${first.validFrom}`;
}
