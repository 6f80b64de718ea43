import { logGammaQ } from "#science/numbers/index.ts";
import { SeriesRefused } from "../series-error.ts";
import { solveSymmetric } from "../solve-symmetric.ts";
import { checkSpells, type Spell } from "./spells.ts";

/** A spell of one of several groups, named. */
export interface GroupedSpell extends Spell {
  readonly group: string;
}

export interface LogRank {
  readonly groups: readonly { readonly name: string; readonly observed: number; readonly expected: number }[];
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
}

/** Whether groups share one survival curve: the log-rank test with hypergeometric variance. Mantel 1966. */
export function logRank(spells: readonly GroupedSpell[]): LogRank {
  checkSpells(spells);
  const names = [...new Set(spells.map(({ group }) => group))].sort();
  if (names.length < 2) {
    throw new SeriesRefused("too-few", `there is one group, ${names[0]}`, "a comparison wants at least two");
  }
  const size = names.length;
  const observed = Array<number>(size).fill(0);
  const expected = Array<number>(size).fill(0);
  const variance = Array.from({ length: size }, () => Array<number>(size).fill(0));
  for (const { atRisk, dying } of eventTimes(spells, names)) {
    const n = sum(atRisk);
    const d = sum(dying);
    const scale = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let i = 0; i < size; i++) {
      observed[i]! += dying[i]!;
      expected[i]! += (d * atRisk[i]!) / n;
      for (let j = 0; j < size; j++) {
        variance[i]![j]! += scale * (atRisk[i]! / n) * ((i === j ? 1 : 0) - atRisk[j]! / n);
      }
    }
  }
  const surplus = observed.map((o, i) => o - expected[i]!).slice(1);
  const inner = variance.slice(1).map((row) => row.slice(1));
  const solved = solveSymmetric(inner, surplus);
  if (solved === null) {
    throw new SeriesRefused(
      "no-variance",
      "the groups are never at risk together",
      "give groups that overlap in time",
    );
  }
  const chiSquare = sum(surplus.map((value, i) => value * solved[i]!));
  const groups = names.map((name, i) => ({ name, observed: observed[i]!, expected: expected[i]! }));
  return { groups, chiSquare, degrees: size - 1, p: Math.exp(logGammaQ((size - 1) / 2, chiSquare / 2)) };
}

/** At each time of an event, in order: how many of each group are at risk, and how many have the event then. */
function* eventTimes(spells: readonly GroupedSpell[], names: readonly string[]) {
  const groupOf = new Map(names.map((name, g) => [name, g]));
  const byStop = spells.toSorted((a, b) => a.stop - b.stop);
  const byStart = spells.toSorted((a, b) => a.start - b.start);
  const atRisk = names.map(() => 0);
  let entered = 0;
  for (let n = 0; n < byStop.length;) {
    const time = byStop[n]!.stop;
    for (; entered < byStart.length && byStart[entered]!.start < time; entered++)
      atRisk[groupOf.get(byStart[entered]!.group)!]!++;
    const [before, dying] = [[...atRisk], names.map(() => 0)];
    for (; n < byStop.length && byStop[n]!.stop === time; n++) {
      const group = groupOf.get(byStop[n]!.group)!;
      atRisk[group]!--;
      if (byStop[n]!.event) dying[group]!++;
    }
    if (sum(dying) > 0) yield { atRisk: before, dying };
  }
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
