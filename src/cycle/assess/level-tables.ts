import type { Bearing } from "#model/indicator.ts";
import type { Assessed } from "./assess.ts";
import { absence, presence, type LikelihoodRow } from "./evidence/likelihood-rows.ts";

/** Log-likelihoods of dormant, building and critical that standing at level 0 … 4 for a full window would add. */
export type LevelTable = readonly LikelihoodRow[];

/**
 * What an indicator would say at each level, for what-if questions: level 0 says `absent`, level 3 `present`,
 * the others in proportion; a group shares its voice, and the scenario's indicators have the power that they have in the filter.
 */
export function levelTables(
  { situation, inference }: Assessed,
  indicator: number,
): Readonly<Record<string, LevelTable>> {
  const { bearings, group } = situation.watch.indicators[indicator]!;
  return Object.fromEntries(
    bearings.map((bearing) => {
      const power =
        inference.draw.powers[situation.watch.scenarios.findIndex(({ id }) => id === bearing.scenario)]!;
      return [
        bearing.scenario,
        levelTable(bearing, power / voices(situation, bearing.scenario, group, indicator)),
      ];
    }),
  );
}

function levelTable({ present, absent }: Bearing, share: number): LevelTable {
  return [0, 1, 2, 3, 4].map((level) =>
    level === 0 ? absence(share * Math.log(absent)) : presence((share * Math.log(present) * level) / 3),
  );
}

/** Members of the group that bear on the scenario and could be observed last month, this one included. */
function voices(
  { bearers, watch, known }: Assessed["situation"],
  scenario: string,
  group: string,
  indicator: number,
): number {
  const last = known.months.length - 1;
  const k = watch.scenarios.findIndex(({ id }) => id === scenario);
  const heard = bearers.filter(
    ({ evidence, indicator: i }) =>
      evidence.scenario === k &&
      evidence.group === group &&
      (i === indicator || evidence.exposure[last]! > 0),
  );
  return Math.max(1, heard.length);
}
