import type { Actor } from "#model/actor.ts";
import type { Claims } from "#model/claim.ts";
import { monthOf } from "#model/day.ts";
import type { Imager } from "#model/imager.ts";
import type { Indicator } from "#model/indicator.ts";
import type { InputIssue } from "#model/input-error.ts";
import type { Question } from "#model/question.ts";
import type { ReportRule } from "#model/report-rule.ts";
import { STATES, type Scenario } from "#model/scenario.ts";
import type { Site } from "#model/site.ts";
import type { Source } from "#model/source.ts";
import type { Threats } from "#model/threat.ts";
import type { WatchHead } from "#model/watch.ts";
import type { WatchedObject } from "#model/watched-object.ts";
import { nearest } from "#science/text/tables/index.ts";
import { itemsOf, type Located } from "./located.ts";
import {
  actorsOfIndicator,
  actorsOfLaw,
  actorsOfActivity,
  actorsOfPartnership,
  actorsOfQuestion,
  actorsOfReport,
  actorsOfScenario,
  actorsOfThreats,
  parentsOf,
  scenariosOf,
  streamsOf,
  streamsOfReport,
} from "./mentions.ts";
import { circleIssues } from "./circles.ts";
import { sharedNameIssues } from "./shared-names.ts";
import { threatIssues } from "./threat-issues.ts";
import { strangersIn, twinIssues, unknownIssues } from "./names.ts";

/** What could be read of a watch; null for a file that is wrong by itself. */
export interface WatchParts {
  readonly head: Located<WatchHead> | null;
  readonly scenarios: readonly Located<Scenario>[] | null;
  readonly indicators: readonly Located<Indicator>[] | null;
  readonly questions: readonly Located<Question>[] | null;
  /** Null where the watch holds none, too. */
  readonly claims: Located<Claims> | null;
  readonly reports: readonly Located<ReportRule>[] | null;
  /** Null where the watch names none, too. */
  readonly threats: Located<Threats> | null;
  readonly actors: readonly Located<Actor>[] | null;
  readonly sources: readonly Located<Source>[] | null;
  readonly objects: readonly Located<WatchedObject>[] | null;
  readonly sites: readonly Located<Site>[] | null;
  readonly imagers: readonly Located<Imager>[] | null;
}

/** What is wrong between the parts of a watch that are right by themselves. */
export function crossCheck(parts: WatchParts): InputIssue[] {
  const { head, actors, sources } = parts;
  const [scenarios, indicators] = [parts.scenarios ?? [], parts.indicators ?? []];
  const questions = parts.questions ?? [];
  const [sites, imagers, reports] = [parts.sites ?? [], parts.imagers ?? [], parts.reports ?? []];
  const claims = parts.claims === null ? [] : claimsIn(parts.claims);
  const scenariosNamed = [...scenarios.flatMap(parentsOf), ...indicators.flatMap(scenariosOf)];
  const actorsNamed = [
    ...scenarios.flatMap(actorsOfScenario),
    ...indicators.flatMap(actorsOfIndicator),
    ...questions.flatMap(actorsOfQuestion),
    ...reports.flatMap(actorsOfReport),
    ...(head ? [...actorsOfLaw(head), ...actorsOfPartnership(head), ...actorsOfActivity(head)] : []),
    ...(parts.threats ? actorsOfThreats(parts.threats) : []),
    ...(parts.objects ?? []).map(({ value, place }) => ({ word: value.actor, place: place(["actor"]) })),
    ...sites.map(({ value, place }) => ({ word: value.operator, place: place(["operator"]) })),
    ...imagers.map(({ value, place }) => ({ word: value.owner, place: place(["owner"]) })),
  ];
  const named = [scenarios, indicators, questions, claims, actors ?? [], sources ?? [], parts.objects ?? []];
  return [
    ...(head ? [...headIssues(head), ...sideIssues(head)] : []),
    ...[...named, sites, imagers, reports].flatMap(twinIssues),
    ...sharedNameIssues(sources ?? []),
    ...(parts.threats ? threatIssues(parts.threats) : []),
    ...sizeIssues(scenarios),
    ...circleIssues(scenarios, parentsOf, "scenarios that depend on each other", "gates and influences"),
    ...indicators.flatMap(indicatorIssues),
    ...(head ? questions.flatMap((question) => hindsightIssues(head.value, question)) : []),
    ...(head && parts.indicators ? streamIssues(head.value, indicators, reports) : []),
    ...(head && actors ? blocIssues(head.value, actors) : []),
    ...(parts.scenarios ? unknownIssues(scenariosNamed, scenarios, "a scenario in scenarios.yaml") : []),
    ...(actors ? unknownIssues(actorsNamed, actors, "an actor in actors.csv") : []),
  ];
}

function headIssues({ value: { startMonth, writtenOn, record }, place }: Located<WatchHead>): InputIssue[] {
  const issues = repeatsIn(record.map(({ file }) => file)).map((i) => {
    const wrong = `a second "${record[i]!.file}"`;
    return { ...place(["record", i, "file"]), wrong, right: "expected each file once" };
  });
  if (startMonth <= monthOf(writtenOn)) return issues;
  const wrong = `startMonth ${startMonth} is after writtenOn ${writtenOn}`;
  const right = "expected a month that had begun when the watch was written";
  return [{ ...place(["startMonth"]), wrong, right }, ...issues];
}

function claimsIn({ value, place }: Located<Claims>): Located<Claims["claims"][number]>[] {
  return itemsOf({ value: value.claims, place: (path) => place(["claims", ...path]) });
}

function hindsightIssues({ writtenOn }: WatchHead, { value, place }: Located<Question>): InputIssue[] {
  if (value.registeredOn >= writtenOn) return [];
  const wrong = `registeredOn ${value.registeredOn} is before the watch was written, on ${writtenOn}`;
  return [{ ...place(["registeredOn"]), wrong, right: "expected that day or later" }];
}

/** Sides of the timeline or the law, and faces of the activity, that are no blocs of the watch. */
function sideIssues({ value, place }: Located<WatchHead>): InputIssue[] {
  const sides = (["timeline", "law"] as const).flatMap((part) =>
    (value[part]?.sides ?? []).map((bloc, i) => ({ bloc, path: [part, "sides", i] })),
  );
  const faces = (value.activity?.faces ?? []).flatMap(({ bloc }, i) =>
    bloc === undefined ? [] : [{ bloc, path: ["activity", "faces", i, "bloc"] }],
  );
  return [...sides, ...faces].flatMap(({ bloc, path }) => {
    if (Object.hasOwn(value.blocs, bloc)) return [];
    return [{ ...place(path), wrong: `unknown bloc "${bloc}"`, right: "expected a bloc of this watch" }];
  });
}

/** Positions of the words that stood in the list before. */
function repeatsIn(words: readonly string[]): number[] {
  return words.flatMap((word, i) => (words.indexOf(word) === i ? [] : [i]));
}

/** The joint chain of the scenarios has this many states at most, so that a run stays exact and quick. */
const MAX_JOINT_STATES = 20_000;

function sizeIssues(scenarios: readonly Located<Scenario>[]): InputIssue[] {
  const size = STATES.length ** scenarios.length;
  if (size <= MAX_JOINT_STATES) return [];
  const most = Math.floor(Math.log(MAX_JOINT_STATES) / Math.log(STATES.length));
  const wrong = `${scenarios.length} scenarios have ${size} joint states`;
  const right = `expected at most ${most} scenarios (${MAX_JOINT_STATES} joint states)`;
  return [{ ...scenarios[most]!.place([]), wrong, right }];
}

function indicatorIssues({ value: { measure, levels, bearings }, place }: Located<Indicator>): InputIssue[] {
  const issues = repeatsIn(bearings.map(({ scenario }) => scenario)).map((i) => {
    const wrong = `a second bearing on "${bearings[i]!.scenario}"`;
    return { ...place(["bearings", i]), wrong, right: "expected one for each scenario" };
  });
  if (measure.type === "tier" && levels.some((bound, i) => bound !== i + 1)) {
    const wrong = `levels ${levels.join(", ")} for a measure in tiers`;
    issues.push({ ...place(["levels"]), wrong, right: "expected 1, 2, 3, 4" });
  }
  if (measure.type === "lead" && levels[3] >= 1) {
    const wrong = `level 4 from ${levels[3]} for a shift of a share`;
    issues.push({ ...place(["levels"]), wrong, right: "expected four bounds below 1" });
  }
  if (measure.type === "lag" && measure.fromMonths > measure.toMonths) {
    const wrong = `fromMonths ${measure.fromMonths} is above toMonths ${measure.toMonths}`;
    issues.push({ ...place(["measure", "fromMonths"]), wrong, right: "expected at most toMonths" });
  }
  return issues;
}

/** Rules for reports that would enter what is accepted where nothing is recorded and no indicator looks. */
function streamIssues(
  { record }: WatchHead,
  indicators: readonly Located<Indicator>[],
  reports: readonly Located<ReportRule>[],
): InputIssue[] {
  const read = indicators.flatMap(streamsOf).map(({ word }) => word);
  const known = new Set([...record.map(({ stream }) => stream), ...read]);
  return strangersIn(
    reports.flatMap(streamsOfReport),
    known,
    "stream",
    "a stream of the record or of an indicator",
  );
}

function blocIssues({ blocs }: WatchHead, actors: readonly Located<Actor>[]): InputIssue[] {
  return actors
    .filter(({ value: { bloc } }) => bloc !== "" && !Object.hasOwn(blocs, bloc))
    .map(({ value: { bloc }, place }) => {
      const typo = nearest(bloc, Object.keys(blocs));
      const right = `expected a bloc named in watch.yaml${typo === null ? "" : `, perhaps "${typo}"`}`;
      return { ...place(["bloc"]), wrong: `unknown bloc "${bloc}"`, right };
    });
}
