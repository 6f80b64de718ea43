import type { Indicator } from "#model/indicator.ts";
import type { Place } from "#model/input-error.ts";
import type { Query } from "#model/query.ts";
import type { Question } from "#model/question.ts";
import type { ReportRule } from "#model/report-rule.ts";
import type { Scenario } from "#model/scenario.ts";
import type { WatchHead } from "#model/watch.ts";
import type { Threats } from "#model/threat.ts";
import type { Located, Path } from "./located.ts";

/** A word that must be the name of something elsewhere. */
export interface Mention {
  readonly word: string;
  readonly place: Place;
}

/** Scenarios that a scenario depends on, by gate or influence. */
export function parentsOf({ value, place }: Located<Scenario>): Mention[] {
  return [
    ...value.gates.map(({ on }, i) => ({ word: on, place: place(["gates", i, "on"]) })),
    ...value.influences.map(({ from }, i) => ({ word: from, place: place(["influences", i, "from"]) })),
  ];
}

/** Scenarios that an indicator bears on or reads. */
export function scenariosOf({ value, place }: Located<Indicator>): Mention[] {
  const { bearings, measure } = value;
  return [
    ...bearings.map(({ scenario }, i) => ({ word: scenario, place: place(["bearings", i, "scenario"]) })),
    ...(measure.type === "lag" ? [{ word: measure.scenario, place: place(["measure", "scenario"]) }] : []),
  ];
}

export function actorsOfScenario({ value, place }: Located<Scenario>): Mention[] {
  return mentionsIn("actor", queriesIn(value.resolution.where, ["resolution", "where"]), place);
}

export function actorsOfQuestion({ value: { resolution }, place }: Located<Question>): Mention[] {
  if (resolution.by !== "record") return [];
  return mentionsIn("actor", queriesIn(resolution.where, ["resolution", "where"]), place);
}

export function actorsOfIndicator({ value, place }: Located<Indicator>): Mention[] {
  return mentionsIn("actor", queriesOf(value), place);
}

/** Who the rules of the law name. */
export function actorsOfLaw({ value: { law }, place }: Located<WatchHead>): Mention[] {
  if (law === undefined) return [];
  const { where, inForce, votes } = law;
  const named: [Query | undefined, Path][] = [
    [where, ["where"]],
    [inForce, ["inForce"]],
    [votes?.where, ["votes", "where"]],
    ...(["steps", "force"] as const).flatMap((part) =>
      Object.entries(law[part]).map(([key, query]): [Query | undefined, Path] => [query, [part, key]]),
    ),
  ];
  const queries = named.flatMap(([query, path]) => (query ? queriesIn(query, ["law", ...path]) : []));
  const compared = law.rollCalls?.states ?? [];
  return [
    ...mentionsIn("actor", queries, place),
    ...compared.map((word, i) => ({ word, place: place(["law", "rollCalls", "states", i]) })),
  ];
}

/** Who a rule for reports names. */
export function actorsOfReport({ value: { when }, place }: Located<ReportRule>): Mention[] {
  const sides = [
    [when.source, ["source"]],
    [when.target, ["target"]],
    [when.between?.[0], ["between", 0]],
    [when.between?.[1], ["between", 1]],
  ] as const;
  return sides.flatMap(([said = [], path]) => {
    if (typeof said === "string") return [{ word: said, place: place(["when", ...path]) }];
    return said.map((word, i) => ({ word, place: place(["when", ...path, i]) }));
  });
}

/** Where a rule for reports would enter what is accepted. */
export function streamsOfReport({ value: { becomes }, place }: Located<ReportRule>): Mention[] {
  return becomes ? [{ word: becomes.stream, place: place(["becomes", "stream"]) }] : [];
}

/** Whom the threats of a watch name in what shows them. */
export function actorsOfThreats({ value: { threats }, place }: Located<Threats>): Mention[] {
  const queries = threats.flatMap(({ seen }, i) => queriesIn(seen, ["threats", i, "seen"]));
  return mentionsIn("actor", queries, place);
}

/** Whose the partnership is, and whom its queries name. */
export function actorsOfPartnership({ value: { partnership }, place }: Located<WatchHead>): Mention[] {
  if (partnership === undefined) return [];
  const { between, cooperation, divergence, rungs } = partnership;
  const queries = [
    ...queriesIn(cooperation, ["partnership", "cooperation"]),
    ...queriesIn(divergence, ["partnership", "divergence"]),
    ...rungs.flatMap(({ where }, i) => queriesIn(where, ["partnership", "rungs", i, "where"])),
  ];
  const two = between.map((word, i) => ({ word, place: place(["partnership", "between", i]) }));
  return [...two, ...mentionsIn("actor", queries, place)];
}

/** Whom the cases of the activity name. */
export function actorsOfActivity({ value: { activity }, place }: Located<WatchHead>): Mention[] {
  if (activity === undefined) return [];
  return mentionsIn("actor", queriesIn(activity.where, ["activity", "where"]), place);
}

/** Streams that an indicator reads; none where it reads them all. */
export function streamsOf({ value, place }: Located<Indicator>): Mention[] {
  return mentionsIn("stream", queriesOf(value), place);
}

function mentionsIn(
  key: "actor" | "stream",
  queries: readonly PlacedQuery[],
  place: (path: Path) => Place,
): Mention[] {
  return queries.flatMap(([query, path]) => {
    const said = query[key] ?? [];
    if (typeof said === "string") return [{ word: said, place: place([...path, key]) }];
    return said.map((word, i) => ({ word, place: place([...path, key, i]) }));
  });
}

type PlacedQuery = readonly [query: Query, path: Path];

function queriesOf({ measure }: Indicator): PlacedQuery[] {
  switch (measure.type) {
    case "count":
    case "rate":
      return queriesIn(measure.where, ["measure", "where"]);
    case "share":
    case "lead":
      return (["where", "among"] as const).flatMap((key) => queriesIn(measure[key], ["measure", key]));
    case "tier":
      return measure.tiers.flatMap(({ where }, i) => queriesIn(where, ["measure", "tiers", i, "where"]));
    case "lag":
      return [];
  }
}

/** The query and those inside it. */
function queriesIn(query: Query, path: Path): PlacedQuery[] {
  return [
    [query, path],
    ...(query.not ? queriesIn(query.not, [...path, "not"]) : []),
    ...(query.any ?? []).flatMap((inner, i) => queriesIn(inner, [...path, "any", i])),
  ];
}
