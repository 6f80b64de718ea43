import type { Day } from "#model/day.ts";
import type { Assessed } from "../assess/assess.ts";
import { levelTables, type LevelTable } from "../assess/level-tables.ts";
import { basisOf } from "../assess/outlook-basis.ts";

/** The model and its evidence as plain numbers, and what each indicator would say at each level. */
export interface WhatIfBasis {
  readonly asOf: Day;
  readonly basis: ReturnType<typeof basisOf>;
  readonly indicators: readonly {
    readonly id: string;
    readonly statement: string;
    readonly level: string;
    readonly tables: Readonly<Record<string, LevelTable>>;
  }[];
}

export function whatIfBasis(assessed: Assessed): WhatIfBasis {
  const { assessment, situation, inference } = assessed;
  return {
    asOf: assessment.asOf,
    basis: basisOf(situation, inference),
    indicators: assessment.indicators.map(({ id, statement, level }, i) => ({
      id,
      statement,
      level: String(level),
      tables: levelTables(assessed, i),
    })),
  };
}
