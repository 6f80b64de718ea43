/** Scenarios as numbers. State 0 is dormant, 1 building, 2 critical; one step is one month. */

export interface GateNumbers {
  readonly on: number;
  readonly atLeast: 1 | 2;
  /** Share of the upward probability that passes while the parent is below the level. */
  readonly epsilon: number;
}

export interface InfluenceNumbers {
  readonly from: number;
  readonly when: 0 | 1 | 2;
  readonly oddsUp: number;
}

export interface ScenarioNumbers {
  readonly prior: readonly [number, number, number];
  /** Row-stochastic 3×3 matrix of a month, row-major, every gate open. */
  readonly rows: readonly number[];
  readonly gates: readonly GateNumbers[];
  readonly influences: readonly InfluenceNumbers[];
}

export interface ScenarioModel {
  readonly scenarios: readonly ScenarioNumbers[];
}

/** A month's matrix from expected dwell times (months) and the upward share of departures from building. */
export function rowsFromDwell(dwellMonths: readonly [number, number, number], upShare: number): number[] {
  const [dormant, building, critical] = dwellMonths.map((months) => 1 / months) as [number, number, number];
  return [
    1 - dormant,
    dormant,
    0,
    building * (1 - upShare),
    1 - building,
    building * upShare,
    0,
    critical,
    1 - critical,
  ];
}
