import type { IndicatorReading, ScenarioAssessment, WarningSignal } from "#model/assessment.ts";
import { percent } from "#model/percent.ts";
import { strongestObservations } from "#model/strongest-observations.ts";
import type { Warning } from "#model/warning.ts";
import { HEIGHT, hear, START, type MachineState } from "./warning-machine.ts";

type Step = Warning["steps"][number];

/** A situation while it is being followed. */
interface Situation {
  readonly id: string;
  readonly scenario: string;
  readonly steps: readonly Step[];
}

/**
 * The warnings of a day: every scenario's machine is run over its signals from the first month on. Open situations
 * and those resolved are told; the open ones with what is expected and what moved them.
 */
export function warn(
  signals: readonly WarningSignal[],
  scenarios: readonly ScenarioAssessment[],
  indicators: readonly IndicatorReading[],
): Warning[] {
  return scenarios.flatMap((scenario) => {
    const heard = signals.filter((signal) => signal.scenario === scenario.id);
    return situationsIn(heard).map((situation) => describe(situation, scenario, indicators, heard.at(-1)!));
  });
}

function situationsIn(signals: readonly WarningSignal[]): Situation[] {
  const situations: Situation[] = [];
  let machine: MachineState = START;
  for (const signal of signals) {
    const next = hear(machine, signal);
    if (next.state !== machine.state && next.state !== "quiet") {
      const step = {
        on: signal.on,
        from: machine.state,
        to: next.state,
        because: reasonOf(signal, machine, next),
      };
      if (HEIGHT[machine.state] === 0)
        situations.push({
          id: `${signal.scenario}-${signal.on.slice(0, 7)}`,
          scenario: signal.scenario,
          steps: [step],
        });
      else situations.push(withStep(situations.pop()!, step));
    }
    machine = next;
  }
  return situations;
}

function withStep(situation: Situation, step: Step): Situation {
  return { ...situation, steps: [...situation.steps, step] };
}

function reasonOf(
  { signal, withinYear, decisive }: WarningSignal,
  before: MachineState,
  after: MachineState,
): string {
  const level = `P(critical within 90 days) ${percent(signal)}, within a year ${percent(withinYear)}`;
  if (HEIGHT[after.state] <= HEIGHT[before.state]) return level;
  if (decisive !== null) return `${decisive} reached level 4; ${level}`;
  const isLifted = after.band === "calm" && !after.withinYear;
  return isLifted ? `steady upward drift; ${level}` : level;
}

function describe(
  { id, scenario, steps }: Situation,
  assessed: ScenarioAssessment,
  indicators: readonly IndicatorReading[],
  { signal, withinYear }: WarningSignal,
): Warning {
  const { crossing, drivers } = assessed;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const open = last.to !== "resolved";
  return {
    id,
    scenario,
    state: last.to,
    openedOn: first.on,
    changedOn: last.on,
    steps,
    signal,
    withinYear,
    expected: open
      ? { from: crossing.low, median: crossing.median, to: crossing.high }
      : { from: null, median: null, to: null },
    movedBy: open
      ? strongestObservations([assessed])
          .filter(({ logOdds }) => logOdds >= 0)
          .slice(0, 3)
      : [],
    wouldLower: open
      ? drivers
          .filter(({ logOdds }) => logOdds > 0)
          .slice(0, 3)
          .map(({ indicator }) => indicator)
      : [],
    wouldDecide: open ? unknownThatMatters(scenario, indicators) : null,
  };
}

/** Among the scenario's unknown indicators, the one that would move it most if it could be seen at level 3. */
function unknownThatMatters(scenario: string, indicators: readonly IndicatorReading[]): string | null {
  const unknown = indicators
    .filter(({ level }) => level === "unknown")
    .map(({ id, bearings }) => ({ id, shift: shiftOn(scenario, bearings) }));
  const [first] = unknown.filter(({ shift }) => shift > 0).sort((a, b) => b.shift - a.shift);
  return first?.id ?? null;
}

function shiftOn(scenario: string, bearings: IndicatorReading["bearings"]): number {
  return Math.max(
    0,
    ...bearings.filter((b) => b.scenario === scenario).map(({ present }) => Math.abs(Math.log(present))),
  );
}
