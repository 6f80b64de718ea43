import type { Assessment } from "#model/assessment.ts";
import { strictestMarking, type RecordedObservation } from "#model/observation.ts";
import type { WarningChange } from "#model/warning-change.ts";
import type { Warning } from "#model/warning.ts";
import type { Watch } from "#model/watch.ts";
import { assessAndWarn, hashOf } from "../judge.ts";
import { knownToJudge } from "../known-to-judge.ts";
import type { World } from "../world.ts";

type Step = Warning["steps"][number];

/** How the days are replayed: `breath` is awaited between them, and `replayed` keeps them for the next answer. */
export interface Replaying {
  readonly breath?: () => Promise<unknown>;
  readonly replayed?: Map<string, Assessment>;
}

/** Every change of state in the warnings of a day, each with the numbers as known on the day it came about. */
export async function warningChanges(
  world: World,
  { asOf, warnings }: Pick<Assessment, "asOf" | "warnings">,
  { breath, replayed = new Map() }: Replaying = {},
): Promise<WarningChange[]> {
  const steps = warnings.flatMap((warning) => warning.steps.map((step) => ({ warning, step })));
  const recorded = await knownToJudge(world.store, asOf);
  const kept = new Map(replayed);
  replayed.clear();
  const changes: WarningChange[] = [];
  for (const day of new Set(steps.map(({ step }) => step.on).sort())) {
    const known = recorded.filter(({ observation }) => observation.knownAt <= day);
    const key = `${day} ${hashOf(known)}`;
    const assessment = kept.get(key) ?? (await assessAndWarn(world, day, { withPath: false }));
    replayed.set(key, assessment);
    for (const { warning, step } of steps.filter((one) => one.step.on === day))
      changes.push(changeOf(warning, step, { watch: world.watch, assessment, known }));
    await breath?.();
  }
  return changes;
}

interface OnItsDay {
  readonly watch: Watch;
  readonly assessment: Assessment;
  readonly known: readonly RecordedObservation[];
}

function changeOf(
  { id, scenario }: Pick<Warning, "id" | "scenario">,
  step: Step,
  { watch, assessment, known }: OnItsDay,
): WarningChange {
  const assessed = assessment.scenarios.find((one) => one.id === scenario)!;
  const { name, crossing, easing, p, low, high, words } = assessed;
  const { criticalPoint } = watch.scenarios.find((one) => one.id === scenario)!;
  const then = assessment.warnings.find((one) => one.id === id);
  const isOpen = step.to !== "resolved";
  const movers = isOpen ? (then?.movedBy ?? []) : [];
  const named = movers.map((mover) => ({
    ...mover,
    observation: known.find(({ observation }) => observation.id === mover.id)!.observation,
  }));
  return {
    ...{ warning: id, scenario, name, criticalPoint, step },
    ...{ p90: crossing.p90, p90Low: crossing.p90Low, p90High: crossing.p90High, withinYear: crossing.p365 },
    expected: isOpen
      ? { from: crossing.low, median: crossing.median, to: crossing.high }
      : { from: null, median: null, to: null },
    critical: easing && { since: easing.since, p, low, high, words },
    movedBy: named.map(({ observation, logOdds }) => ({
      id: observation.id,
      claim: observation.claim,
      logOdds,
    })),
    illustrative: assessment.illustrative,
    marking: strictestMarking([watch.marking, ...named.map(({ observation }) => observation.marking)]),
    recordedAt: known.map((one) => one.recordedAt).reduce((a, b) => (a > b ? a : b), ""),
  };
}
