import { existsSync, readFileSync } from "node:fs";
import { randomStream } from "#science/numbers/index.ts";
import { changepoints, lombScarglePowers, periodicBasis, seriesPeriod } from "#science/series/index.ts";
import { falseAlarms, NULL_WORLDS } from "#science/series/period/testing/null-worlds.ts";
import { PLANTED_WORLDS, shareFound } from "#science/series/period/testing/planted-worlds.ts";
import type { BenchRow } from "../bench-row.ts";

const DATA = "../shared/data/forecast/timeseries";
const DRAWS = 99;

/** False alarms of the periodicity test in worlds without a cycle, cycles it finds, and what it makes of published series. */
export function benchPeriod(runs: number): BenchRow[] {
  const published = existsSync(DATA)
    ? publishedSeries()
    : [{ name: "published series", figure: `not measured: ${DATA} is not there` }];
  return [
    ...published,
    ...NULL_WORLDS.map((world) => alarmRow(world, runs)),
    ...PLANTED_WORLDS.map((world) => powerRow(world, Math.ceil(runs / 10))),
  ];
}

function alarmRow(world: (typeof NULL_WORLDS)[number], runs: number): BenchRow {
  const { own, worst } = falseAlarms(world, runs, DRAWS);
  return {
    name: `false alarms, ${world.name}`,
    figure: `${share(own, runs)} under ${world.null}, ${share(worst, runs)} by the worst p`,
    target: "5 ± 1 %, at most 6 %",
  };
}

function powerRow(world: (typeof PLANTED_WORLDS)[number], runs: number): BenchRow {
  return { name: `cycle found, ${world.name}`, figure: share(shareFound(world, runs, DRAWS), runs) };
}

/** With the standard error of so many runs. */
const share = (of: number, runs: number) =>
  `${(100 * of).toFixed(1)} ± ${(100 * Math.sqrt((of * (1 - of)) / runs)).toFixed(1)} %`;

function yearly(file: string): { times: Float64Array; values: Float64Array } {
  const rows = readFileSync(`${DATA}/${file}`, "utf8").trim().split("\n").slice(1);
  const cells = rows.map((row) => row.split(",").map(Number));
  return { times: Float64Array.from(cells, ([t]) => t!), values: Float64Array.from(cells, ([, y]) => y!) };
}

function publishedSeries(): BenchRow[] {
  const [sunspots, nile] = [yearly("sunspots_1700_2008.csv"), yearly("nile_1871_1970.csv")];
  const expected = JSON.parse(readFileSync(`${DATA}/expected_dev.json`, "utf8")) as Record<
    string,
    { power_at: Record<string, number> }
  >;
  const errors = Object.entries({ sunspots, nile }).flatMap(([name, { times, values }]) =>
    Object.entries(expected[name]!.power_at).map(([period, power]) => {
      const basis = periodicBasis(times, Float64Array.of(1 / Number(period)));
      return Math.abs(lombScarglePowers(basis, values)[0]! - power);
    }),
  );
  const [change] = changepoints(nile.values, { random: randomStream("bench") }).changepoints;
  return [
    {
      name: "Lomb–Scargle against astropy, largest error",
      figure: Math.max(...errors).toExponential(1),
      target: "1e-8",
    },
    periodRow("sunspots, 2 to 100 years", sunspots, 100, "found, 11 years"),
    periodRow("Nile, 2 to 33 years", nile, 33, "not found"),
    {
      name: "Nile, first year after the change",
      figure: change
        ? `${nile.times[change.at]} (${nile.times[change.low]} to ${nile.times[change.high]})`
        : "none",
      target: "1899",
    },
  ];
}

function periodRow(
  name: string,
  { times, values }: ReturnType<typeof yearly>,
  max: number,
  target: string,
): BenchRow {
  const started = performance.now();
  const { period, worstP, finding } = seriesPeriod(times, values, {
    band: { min: 2, max },
    random: randomStream("bench"),
    unit: "years",
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    name,
    figure: `${finding}: ${period.toFixed(2)} years, worst p ${worstP.toFixed(3)}, ${seconds.toFixed(1)} s`,
    target,
  };
}
