import type { Actor } from "#model/actor.ts";
import { monthOf } from "#model/day.ts";
import type { Indicator } from "#model/indicator.ts";
import type { InputIssue } from "#model/input-error.ts";
import { STATES, type Scenario } from "#model/scenario.ts";
import type { Source } from "#model/source.ts";
import type { WatchHead } from "#model/watch.ts";
import { nearest } from "#science/text/index.ts";
import type { Located } from "./located.ts";
import { actorsOfIndicator, actorsOfScenario, parentsOf, scenariosOf, type Mention } from "./mentions.ts";
import { cycleIssues } from "./scenario-cycle.ts";

/** What could be read of a watch; null for a file that is wrong by itself. */
export interface WatchParts {
  readonly head: Located<WatchHead> | null;
  readonly scenarios: readonly Located<Scenario>[] | null;
  readonly indicators: readonly Located<Indicator>[] | null;
  readonly actors: readonly Located<Actor>[] | null;
  readonly sources: readonly Located<Source>[] | null;
}

/** What is wrong between the parts of a watch that are right by themselves. */
export function crossCheck(parts: WatchParts): InputIssue[] {
  const { scenarios, indicators, actors } = parts;
  const [storylines, signs] = [scenarios ?? [], indicators ?? []];
  const ofScenarios = [...storylines.flatMap(parentsOf), ...signs.flatMap(scenariosOf)];
  const ofActors = [...storylines.flatMap(actorsOfScenario), ...signs.flatMap(actorsOfIndicator)];
  return [
    ...(parts.head ? headIssues(parts.head) : []),
    ...[scenarios, indicators, actors, parts.sources].flatMap((list) => twinIssues(list ?? [])),
    ...sizeIssues(storylines),
    ...cycleIssues(storylines),
    ...signs.flatMap(measureIssues),
    ...(parts.head && actors ? blocIssues(parts.head.value, actors) : []),
    ...(scenarios ? unknownIssues(ofScenarios, scenarios, "a scenario in scenarios.yaml") : []),
    ...(actors ? unknownIssues(ofActors, actors, "an actor in actors.csv") : []),
  ];
}

function headIssues({ value, place }: Located<WatchHead>): InputIssue[] {
  const { startMonth, writtenOn, record } = value;
  const late = {
    ...place(["startMonth"]),
    wrong: `startMonth ${startMonth} is after writtenOn ${writtenOn}`,
    right: "expected a month that had begun when the watch was written",
  };
  const twice = record.flatMap(({ file }, i) => {
    const isFirst = record.findIndex((other) => other.file === file) === i;
    return isFirst
      ? []
      : [{ ...place(["record", i, "file"]), wrong: `a second "${file}"`, right: "expected each file once" }];
  });
  return startMonth > monthOf(writtenOn) ? [late, ...twice] : twice;
}

/** Ids that are taken already, within one kind of thing. */
function twinIssues(list: readonly Located<{ readonly id: string }>[]): InputIssue[] {
  const first = new Map(list.toReversed().map((item) => [item.value.id, item]));
  return list.flatMap((item) => {
    const other = first.get(item.value.id)!;
    if (other === item) return [];
    const { file, line } = other.place(["id"]);
    const wrong = `id "${item.value.id}" is taken by ${file}:${line}`;
    return [{ ...item.place(["id"]), wrong, right: "expected an id of its own" }];
  });
}

/** The joint chain of the scenarios has this many states at most, so that a run stays exact and quick. */
const MAX_JOINT_STATES = 20_000;

function sizeIssues(scenarios: readonly Located<Scenario>[]): InputIssue[] {
  const most = Math.floor(Math.log(MAX_JOINT_STATES) / Math.log(STATES.length));
  const size = STATES.length ** scenarios.length;
  if (size <= MAX_JOINT_STATES) return [];
  const wrong = `${scenarios.length} scenarios have ${size} joint states`;
  return [
    {
      ...scenarios[most]!.place([]),
      wrong,
      right: `expected at most ${most} scenarios (${MAX_JOINT_STATES} joint states)`,
    },
  ];
}

function measureIssues({ value, place }: Located<Indicator>): InputIssue[] {
  const { measure, levels, bearings } = value;
  const twice = bearings.flatMap(({ scenario }, i) => {
    const isFirst = bearings.findIndex((other) => other.scenario === scenario) === i;
    return isFirst
      ? []
      : [
          {
            ...place(["bearings", i]),
            wrong: `a second bearing on "${scenario}"`,
            right: "expected one for each scenario",
          },
        ];
  });
  if (measure.type === "tier" && levels.some((bound, i) => bound !== i + 1)) {
    const wrong = `levels ${levels.join(", ")} for a measure in tiers`;
    return [{ ...place(["levels"]), wrong, right: "expected 1, 2, 3, 4" }, ...twice];
  }
  if (measure.type === "lag" && measure.fromMonths > measure.toMonths) {
    const wrong = `fromMonths ${measure.fromMonths} is above toMonths ${measure.toMonths}`;
    return [{ ...place(["measure", "fromMonths"]), wrong, right: "expected at most toMonths" }, ...twice];
  }
  return twice;
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

function unknownIssues(
  mentions: readonly Mention[],
  known: readonly Located<{ readonly id: string }>[],
  kind: string,
): InputIssue[] {
  const ids = new Set(known.map(({ value }) => value.id));
  return mentions
    .filter(({ word }) => !ids.has(word))
    .map(({ word, place }) => {
      const typo = nearest(word, ids);
      const right = `expected the id of ${kind}${typo === null ? "" : `, perhaps "${typo}"`}`;
      return { ...place, wrong: `unknown id "${word}"`, right };
    });
}
