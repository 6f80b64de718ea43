import { existsSync, readFileSync } from "node:fs";
import { cox, kaplanMeier, logRank, type Ties } from "#science/series/index.ts";
import { readCsv } from "#science/text/tables/index.ts";
import type { BenchRow } from "../bench-row.ts";

const DATA = "../shared/data/forecast/survival";

interface Reference {
  readonly loglik: readonly number[];
  readonly coef: Readonly<Record<string, number>>;
  readonly se: Readonly<Record<string, number>>;
}

/** Survival against R's survival 3.5-3 and against a second way to the same curve. */
export function benchSurvival(): BenchRow[] {
  if (!existsSync(DATA)) return [{ name: "survival", figure: `not measured: ${DATA} is not there` }];
  const expected = JSON.parse(readFileSync(`${DATA}/expected_dev.json`, "utf8")) as Record<
    string,
    Reference
  > & {
    waltons_logrank_chisq: number;
  };
  const waltons = spellsIn("waltons_dataset.csv", "T", "E");
  const lung = spellsIn("lung.csv", "time", "status");
  const tested = logRank(waltons.map(({ row, ...spell }) => ({ ...spell, group: row("group") })));
  return [
    error("Cox, ties by Efron, against R", coxError(expected["rossi_efron"]!, "efron")),
    error("Cox, ties by Breslow, against R", coxError(expected["rossi_breslow"]!, "breslow")),
    error("log-rank against R", Math.abs(tested.chiSquare / expected.waltons_logrank_chisq - 1)),
    error(
      "Kaplan–Meier against redistribution to the right",
      Math.max(...[waltons, lung].map((spells) => curveError(spells))),
    ),
  ];
}

const error = (name: string, largest: number): BenchRow => ({
  name: `${name}, largest relative error`,
  figure: largest.toExponential(1),
  target: "1e-8",
});

function spellsIn(file: string, time: string, event: string) {
  const { header, rows } = readCsv(readFileSync(`${DATA}/${file}`, "utf8"));
  return [...rows].flatMap((line) => {
    if (!("fields" in line)) return [];
    const row = (name: string) => line.fields[header.fields.indexOf(name)]!;
    return [{ row, start: 0, stop: Number(row(time)), event: Number(row(event)) === 1 }];
  });
}

function coxError({ coef, se, loglik }: Reference, ties: Ties): number {
  const names = Object.keys(coef);
  const spells = spellsIn("rossi.csv", "week", "arrest");
  const fit = cox(
    spells.map(({ row, ...spell }) => ({ ...spell, covariates: names.map((name) => Number(row(name))) })),
    ties,
  );
  return Math.max(
    ...fit.logLik.map((value, k) => Math.abs(value / loglik[k]! - 1)),
    ...names.flatMap((name, k) => {
      const { value, standardError } = fit.coefficients[k]!;
      return [Math.abs(value / coef[name]! - 1), Math.abs(standardError / se[name]! - 1)];
    }),
  );
}

/** Each spell weighs 1/n; one that is cut off hands its weight on to those that last longer. Efron 1967. */
function curveError(spells: readonly { readonly stop: number; readonly event: boolean }[]): number {
  const inOrder = spells.toSorted((a, b) => a.stop - b.stop || Number(b.event) - Number(a.event));
  const weights = new Float64Array(inOrder.length).fill(1 / inOrder.length);
  const survival = new Map<number, number>();
  let lost = 0;
  inOrder.forEach(({ stop, event }, n) => {
    if (event) lost += weights[n]!;
    else for (let k = n + 1; k < weights.length; k++) weights[k]! += weights[n]! / (weights.length - n - 1);
    survival.set(stop, 1 - lost);
  });
  const { steps } = kaplanMeier(spells.map((spell) => ({ ...spell, start: 0 })));
  return Math.max(...steps.map((step) => Math.abs(step.survival - survival.get(step.time)!)));
}
