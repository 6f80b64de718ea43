import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import bayesjs from "bayesjs";
import type { BeliefNetwork, Evidence } from "#science/belief/networks/index.ts";
import {
  compile,
  explainQuery,
  loadTables,
  parseBif,
  posteriorsOf,
  propagate,
  readEvidence,
} from "#science/belief/networks/index.ts";
import type { BenchRow } from "./bench-row.ts";
import { toBayesjs } from "./belief/bayesjs-network.ts";
import { watchNetwork, watchReports } from "./belief/watch-network.ts";

const DATA = "../shared/data/forecast/bn";

interface Expected {
  cases: {
    evidence: Record<string, string>;
    likelihood: Record<string, number[]>;
    log_prob_evidence: number;
    posterior: Record<string, number[]>;
  }[];
}

/** Exact inference: accuracy on published networks, speed on them and on networks of a watch's size. */
export async function benchBelief(): Promise<BenchRow[]> {
  const published = existsSync(DATA)
    ? [accuracy(), ...alarmAgainstBayesjs(), ...largeNetworks()]
    : [{ name: "published networks", figure: `not measured: ${DATA} is not there` }];
  return [...published, ...watchSized()];
}

const read = (name: string) => parseBif(readFileSync(`${DATA}/bif/${name}.bif`, "utf8"));
const casesOf = (name: string) =>
  (JSON.parse(readFileSync(`${DATA}/expected/${name}.json`, "utf8")) as Expected).cases;

function evidenceOf(network: BeliefNetwork, { evidence, likelihood }: Expected["cases"][number]): Evidence {
  const soft = Object.entries(likelihood).map(([name, values]) => {
    const { states } = network.variables.find((variable) => variable.name === name)!;
    return [name, Object.fromEntries(states.map((state, i) => [state, values[i]!]))] as const;
  });
  return { hard: evidence, soft: Object.fromEntries(soft) };
}

/** Runs until `least` milliseconds have passed; the median and the 99th percentile of one run, in milliseconds. */
function timed(run: () => void, least = 500): { median: number; p99: number } {
  const times: number[] = [];
  for (let spent = 0; spent < least || times.length < 3;) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
    spent += times.at(-1)!;
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, p99: times[Math.floor(times.length * 0.99)]! };
}

const ms = (milliseconds: number) => `${milliseconds.toPrecision(3)} ms`;

function accuracy(): BenchRow {
  let [worst, worstLog, count] = [0, 0, 0];
  for (const file of globSync(`${DATA}/expected/*.json`)) {
    const name = path.basename(file, ".json");
    const network = read(name);
    const tree = compile(network);
    for (const each of casesOf(name)) {
      const logEvidence = propagate(tree, readEvidence(network, evidenceOf(network, each)));
      const posteriors = posteriorsOf(tree);
      worstLog = Math.max(worstLog, Math.abs(logEvidence - each.log_prob_evidence));
      for (const [variable, values] of Object.entries(each.posterior)) {
        const { states } = network.variables.find((v) => v.name === variable)!;
        states.forEach((state, i) => {
          worst = Math.max(worst, Math.abs(posteriors[variable]![state]! - values[i]!));
        });
      }
      count++;
    }
  }
  const figure = `posterior ${worst.toExponential(1)}, ln P(e) ${worstLog.toExponential(1)}`;
  return { name: `largest error over ${count} published cases`, figure, target: "1e-12, 1e-11" };
}

function alarmAgainstBayesjs(): BenchRow[] {
  const network = read("alarm");
  const peerNetwork = toBayesjs(network);
  const tree = compile(network);
  const cases = casesOf("alarm").filter(({ likelihood }) => Object.keys(likelihood).length === 0);
  const own = cases.map(({ evidence }) => {
    const findings = readEvidence(network, { hard: evidence });
    return timed(() => propagate(tree, findings)).median;
  });
  bayesjs.inferAll(peerNetwork, {});
  // A new object each time: bayesjs remembers its answers by the identity of the evidence.
  const peer = cases.map(
    ({ evidence }) => timed(() => bayesjs.inferAll(peerNetwork, { ...evidence }), 1500).median,
  );
  const [ownMean, peerMean] = [mean(own), mean(peer)];
  const fifteen = network.variables.filter((_, v) => v % 2 === 1).slice(0, 15);
  const evidence = { hard: Object.fromEntries(fifteen.map(({ name, states }) => [name, states[0]!])) };
  const explaining = timed(() => explainQuery(network, "HISTORY", evidence));
  return [
    {
      name: `ALARM, all posteriors, mean of ${cases.length} cases`,
      figure: ms(ownMean),
      peer: `bayesjs 0.6.5 ${ms(peerMean)}`,
      ratio: `${Math.round(peerMean / ownMean)}×`,
      target: "30000×",
    },
    { name: "ALARM, explanation of 15 findings", figure: ms(explaining.median), target: "100 ms" },
  ];
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function largeNetworks(): BenchRow[] {
  const rows = [
    { name: "diabetes", target: "250 ms" },
    { name: "munin", target: "600 ms" },
  ].map(({ name, target }): BenchRow => {
    const text = readFileSync(`${DATA}/bif/${name}.bif`, "utf8");
    const parsing = timed(() => parseBif(text));
    const network = parseBif(text);
    const compiling = timed(() => compile(network));
    const tree = compile(network);
    const findings = readEvidence(network, evidenceOf(network, casesOf(name).at(-1)!));
    const { median } = timed(() => propagate(tree, findings), 1500);
    const size = `${(tree.cliqueEntries / 1e6).toPrecision(3)} M entries`;
    const figure = `${ms(median)} (${size}; read ${ms(parsing.median)}, compile ${ms(compiling.median)})`;
    return { name: `${name.toUpperCase()}, all posteriors`, figure, target };
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  return [...rows, { name: "peak memory so far", figure: `${Math.round(peak)} MiB`, target: "2048 MiB" }];
}

function watchSized(): BenchRow[] {
  const networks = Array.from({ length: 20 }, (_, seed) => watchNetwork(seed));
  const sizes = networks.map(({ variables }) => variables.length);
  const runs = networks.map((network, seed) => {
    const tree = compile(network);
    const findings = readEvidence(network, watchReports(network, seed));
    return { network, tree, findings };
  });
  const times = runs.map(({ tree, findings }) => timed(() => propagate(tree, findings), 50));
  const medians = times.map(({ median }) => median).toSorted((a, b) => a - b);
  const draw = runs.map(({ network, tree, findings }) =>
    timed(() => {
      loadTables(tree, network);
      propagate(tree, findings);
    }, 50),
  );
  const slowestDraw = Math.max(...draw.map(({ median }) => median));
  const name = `networks of a watch, ${Math.min(...sizes)}–${Math.max(...sizes)} variables`;
  return [
    {
      name: `${name}, all posteriors`,
      figure: `median ${ms(medians[10]!)}, slowest ${ms(medians.at(-1)!)}, p99 ${ms(Math.max(...times.map(({ p99 }) => p99)))}`,
      target: "0.2 ms, p99 5 ms",
    },
    {
      name: `${name}, other tables loaded`,
      figure: `${Math.round(1000 / slowestDraw)} draws/s`,
      target: "2000/s",
    },
  ];
}

if (import.meta.main) console.table(await benchBelief());
