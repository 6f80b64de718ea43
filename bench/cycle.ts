import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outlook, type OutlookBasis, type WhatIf } from "#science/belief/index.ts";
import { randomStream } from "#science/numbers/index.ts";
import { assessAsKnown } from "../src/cycle/judge.ts";
import type { World } from "../src/cycle/world.ts";
import { explainScenario } from "../src/cycle/answers/explain-scenario.ts";
import { whatIfBasis } from "../src/cycle/answers/what-if-basis.ts";
import type { BenchRow } from "./bench-row.ts";
import { freshWorld } from "./fresh-world.ts";

const WATCH = "watches/ilrs";
const TODAY = "2026-11-23";
const IMPORTED_ROWS = 100_000;

/** The default watch from outside and from inside: runs, replays, imports, explanations, what-ifs. */
export async function benchCycle(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "tocsin-bench-"));
  try {
    return [
      ...(await benchRun(folder)),
      await benchReplay(path.join(folder, "run-0")),
      ...(await benchImport(folder)),
      ...(await benchQuestions()),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Spent {
  readonly seconds: number;
  readonly peakMib: number;
  readonly lines: number;
}

/** A command as a process of its own, from its start to its end; its peak memory is told as it exits. */
async function spent(home: string, ...argv: string[]): Promise<Spent> {
  const tellPeak = `process.on("exit", () => process.stderr.write("\\n" + process.resourceUsage().maxRSS))`;
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(tellPeak)}`, "bin/tocsin.js", ...argv],
    { env: { ...process.env, TOCSIN_HOME: home }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let [lines, err] = [0, ""];
  child.stdout.on("data", (chunk: Buffer) => (lines += chunk.filter((byte) => byte === 10).length));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`tocsin ${argv.join(" ")} ended with ${code}: ${err}`);
  const peakMib = Number(err.split("\n").at(-1)) / 1024;
  return { seconds: (performance.now() - begun) / 1000, peakMib, lines };
}

async function benchRun(folder: string): Promise<BenchRow[]> {
  const runs: Spent[] = [];
  for (let i = 0; i < 3; i++) {
    const home = path.join(folder, `run-${i}`);
    runs.push(await spent(home, "run", "--watch", WATCH, "--as-of", TODAY, "--no-serve", "--json"));
  }
  const wall = median(runs.map((run) => run.seconds));
  const peak = Math.max(...runs.map(({ peakMib }) => peakMib));
  const smallest = await spent(folder, "--version");
  return [
    {
      name: "run --no-serve on an empty store, from start to exit",
      figure: seconds(wall),
      target: "< 3 s",
      ratio: times(3 / wall),
    },
    {
      name: "its peak memory",
      figure: `${Math.round(peak)} MiB`,
      target: "< 300 MiB",
      ratio: times(300 / peak),
    },
    { name: "--version, from start to exit", figure: seconds(smallest.seconds) },
  ];
}

async function benchReplay(home: string): Promise<BenchRow> {
  const span = ["--from", "2014-01-01", "--to", TODAY, "--step", "month", "--json"];
  const replay = await spent(home, "replay", "--watch", WATCH, ...span);
  return {
    name: `replay of ${replay.lines} months (${Math.round(replay.peakMib)} MiB)`,
    figure: seconds(replay.seconds),
    target: "< 10 s",
    ratio: times(10 / replay.seconds),
  };
}

const HEADER =
  "id,date,precision,known_on,kind,claim,actors,place,lat,lon,source,url,url_kind,reliability,credibility,confidence,verified,links";
const row = (n: number) =>
  `B-${n},2024-01-${10 + (n % 18)},day,2024-02-01,launch,"Launch ${n}, as reported by the operator",CHN;RUS:target,Pad ${n % 7},19.6,110.9,Log,https://example.org/${n},pattern,B,2,high,agency page,`;

async function benchImport(folder: string): Promise<BenchRow[]> {
  const file = path.join(folder, "launches.csv");
  writeFileSync(file, [HEADER, ...Array.from({ length: IMPORTED_ROWS }, (_, n) => row(n))].join("\n"));
  const home = path.join(folder, "import");
  const imported = await spent(home, "import", file, "--watch", WATCH, "--json");
  const judged = await spent(home, "assess", "--watch", WATCH, "--as-of", TODAY, "--json");
  const perSecond = IMPORTED_ROWS / imported.seconds;
  return [
    {
      name: `import of ${IMPORTED_ROWS} rows, from start to exit (${Math.round(imported.peakMib)} MiB)`,
      figure: `${Math.round(perSecond)} rows/s`,
      target: "≥ 20000 rows/s",
      ratio: times(perSecond / 20_000),
    },
    {
      name: `a judgement among ${IMPORTED_ROWS} rows that bear on nothing, from start to exit (${Math.round(judged.peakMib)} MiB)`,
      figure: seconds(judged.seconds),
    },
  ];
}

async function benchQuestions(): Promise<BenchRow[]> {
  const { world, close } = await freshWorld(TODAY);
  try {
    const assessed = await assessAsKnown(world, TODAY);
    const [first, ...others] = world.watch.scenarios.map(({ id }) =>
      msOfSync(() => explainScenario(assessed, id)),
    );
    return [
      await benchSlider(world),
      {
        name: "explanation of a day's first scenario down to observations, and of another",
        figure: `${milliseconds(first!)}, ${milliseconds(median(others))}`,
      },
      benchWhatIf(whatIfBasis(assessed).basis),
    ];
  } finally {
    await close();
  }
}

/** The days of the time control: each month once, newest first, on an assessor that has been asked before. */
async function benchSlider(world: World): Promise<BenchRow> {
  const measured: number[] = [];
  for (let month = 11; month > 0; month--) {
    const begun = performance.now();
    await assessAsKnown(world, `2026-${String(month).padStart(2, "0")}-15`);
    measured.push(performance.now() - begun);
  }
  const middle = median(measured);
  return {
    name: "assessment of a month next to one just assessed",
    figure: milliseconds(middle),
    target: "< 150 ms",
    ratio: times(150 / middle),
  };
}

function benchWhatIf(basis: OutlookBasis): BenchRow {
  const chance = randomStream("what-if");
  const measured = Array.from({ length: 1000 }, () => {
    const asked = anyWhatIf(basis, chance);
    return msOfSync(() => outlook(basis, asked).scenarios.map(({ within }) => within(3)));
  });
  measured.sort((a, b) => a - b);
  const p99 = measured[990]!;
  return {
    name: `what-if over ${basis.months} months, p50 ${milliseconds(measured[500]!)}, p99`,
    figure: milliseconds(p99),
    target: "< 16 ms",
    ratio: times(16 / p99),
  };
}

function anyWhatIf({ model }: OutlookBasis, chance: () => number): WhatIf {
  return {
    evidence: model.scenarios.map((_, scenario) => {
      const log = 4 * chance() - 2;
      return { scenario, logLikelihood: [0, log / 2, log] };
    }),
    epsilon: model.scenarios.flatMap(({ gates }, scenario) =>
      gates.map((_, gate) => ({ scenario, gate, epsilon: chance() })),
    ),
  };
}

function msOfSync(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

const seconds = (value: number) => `${value.toFixed(2)} s`;
/** How many times as good as the target. */
const times = (value: number) => `${value.toFixed(1)}×`;
const milliseconds = (value: number) => `${value.toFixed(1)} ms`;

if (import.meta.main) console.table(await benchCycle());
